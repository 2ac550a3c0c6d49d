"use client";
import { FileArchive } from "lucide-react";
import { type RecipientBoard, useDownloadKepFiles } from "@/components/circulars/board/recipient-queries.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type KepFilesBannerProps = { board: Pick<RecipientBoard, "circular" | "rows" | "allowedActions">; className?: string };

/** KEP by file: nothing leaves before somebody carries it, so it stands above everything else. */
export function KepFilesBanner({ board: { circular, rows, allowedActions }, className }: KepFilesBannerProps) {
  const download = useDownloadKepFiles();
  const count = rows.filter(({ byFile }) => byFile).length;
  if (count === 0) return null;
  return (
    <Banner tone="amber" title={`${formatNumber(count)} kurumun KEP iletisi henüz gönderilmedi.`} className={className}>
      Bu kurulumda KEP iletilerini sağlayıcınızın ekranından siz gönderirsiniz: arşivi indirin, içindeki iletileri değiştirmeden gönderin,
      gelen delilleri buraya yükleyin. Delil dosyası alamıyorsanız ileti numarasını kurumun satırına yazın.
      {allowedActions.includes("record_submission") ? (
        <span className="mt-2 block">
          <Button
            size="sm"
            tone="primary"
            icon={<FileArchive size={14} strokeWidth={1.75} aria-hidden="true" />}
            busy={download.isPending ? "Hazırlanıyor" : false}
            onClick={() => download.mutate(circular.id)}
          >
            {formatNumber(count)} kurumun KEP dosyalarını indir
          </Button>
        </span>
      ) : null}
    </Banner>
  );
}
