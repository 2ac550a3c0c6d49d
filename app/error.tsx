"use client";
import { Page } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { ErrorState } from "@/components/ui/screen-states.tsx";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Page>
      <Panel flush>
        <ErrorState title="Sayfa gösterilemedi" requestId={error.digest} onRetry={reset}>
          Beklenmeyen bir hata oluştu. Kaydedilmiş olan hiçbir şey değişmedi. Yeniden denediğinizde de açılmazsa istek numarasıyla destek
          isteyin.
        </ErrorState>
      </Panel>
    </Page>
  );
}
