"use client";
import { Button } from "@/components/ui/button.tsx";
import { Code, CopyButton } from "@/components/ui/code.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { QrPicture } from "@/components/ui/qr-picture.tsx";
import type { SetUpLink } from "@/lib/access/users-contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

/** The one moment the link is seen: it is not kept, and opening the page again does not show it. */
export function SetUpLinkDialog({ link, onClose }: { link: SetUpLink; onClose: () => void }) {
  return (
    <Dialog
      open
      width="md"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Kurulum bağlantısını kişiye verin"
      description={`${link.name} (${link.username}) parolasını bu bağlantıyla kendisi belirler. Bağlantı bir kez kullanılır ve ${formatDateTime(new Date(link.expiresAt))} zamanında kapanır.`}
      foot={
        <>
          <CopyButton text={link.url} label="Bağlantıyı kopyala" withLabel />
          <Button tone="primary" onClick={onClose}>
            Verdim, kapat
          </Button>
        </>
      }
    >
      <div className="flex flex-wrap items-start gap-4">
        <span className="rounded-md bg-white p-2">
          <QrPicture address={link.url} label="Kurulum bağlantısının karekodu" className="size-36" />
        </span>
        <div className="min-w-0 flex-1 basis-56">
          <Code className="small">{link.url}</Code>
          <p className="cap mt-2">
            Yalnız şimdi gösterilir. Elden ya da kişinin bildiğiniz telefonundan verin; bağlantıyı eline geçiren hesabı alır.
          </p>
        </div>
      </div>
    </Dialog>
  );
}
