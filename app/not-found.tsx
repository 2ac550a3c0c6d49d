import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";

export const metadata: Metadata = { title: "Sayfa bulunamadı" };

export default function NotFound() {
  return (
    <Page>
      <h1 className="h-page mb-4">Sayfa bulunamadı</h1>
      <Panel flush>
        <EmptyState
          title="Bu adreste bir sayfa yok"
          action={
            <Link href="/" className="link">
              Bugün sayfasına dön
            </Link>
          }
        >
          Adres eksik ya da değişmiş olabilir. Aradığınız kayda menüden ulaşabilirsiniz.
        </EmptyState>
      </Panel>
    </Page>
  );
}
