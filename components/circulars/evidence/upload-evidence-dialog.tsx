"use client";
import { useUploadEvidence } from "@/components/circulars/board/recipient-queries.ts";
import { problemText } from "@/components/circulars/board/remind-dialog.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { FileDrop } from "@/components/ui/file-drop.tsx";
import type { uploadEvidence } from "@/lib/circulars/delivery-contract.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type UploadEvidenceDialogProps = { circularId: string; onClose: () => void };

type Outcome = OutputOf<typeof uploadEvidence>;

/** Evidence from the provider's own screen; the recipient is found from the evidence itself. */
export function UploadEvidenceDialog({ circularId, onClose }: UploadEvidenceDialogProps) {
  const upload = useUploadEvidence();
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Delil yükle"
      description="Sağlayıcının ekranından indirdiğiniz delil, ait olduğu muhatapla kendiliğinden eşleşir. Dosya geldiği gibi saklanır."
      foot={<Button onClick={onClose}>{upload.data ? "Tabloya dön" : "Kapat"}</Button>}
    >
      <FileDrop
        label="Delil dosyasını buraya bırakın"
        hint="XML, .eml ya da bunları içeren ZIP"
        accept=".xml,.eml,.zip,application/xml,message/rfc822,application/zip"
        busy={upload.isPending ? "Yükleniyor" : false}
        error={upload.error ? problemText(upload.error) : undefined}
        onFiles={([file]) => file && upload.mutate({ circularId, file })}
      />
      {upload.data ? (
        <Banner live tone={toneOf(upload.data)} title={titleOf(upload.data)} className="mt-3">
          {sentenceOf(upload.data)}
        </Banner>
      ) : null}
    </Dialog>
  );
}

const toneOf = ({ matched, quarantined }: Outcome) => {
  if (quarantined > 0) return "amber" as const;
  return matched > 0 ? ("green" as const) : ("grey" as const);
};

const titleOf = ({ matched, quarantined }: Outcome): string => {
  if (matched > 0) return `${formatNumber(matched)} delil eşleşti.`;
  return quarantined > 0 ? "Delil eşleşmedi." : "Bu delil daha önce alınmış.";
};

function sentenceOf({ duplicate, quarantined }: Outcome): string {
  const parts = [
    quarantined > 0 ? `${formatNumber(quarantined)} delil hiçbir gönderime uymadı; karantinaya alındı ve incelenmesi istendi.` : "",
    duplicate > 0 ? `${formatNumber(duplicate)} delil zaten vardı; durumu değiştirmedi.` : "",
  ];
  return parts.filter(Boolean).join(" ");
}
