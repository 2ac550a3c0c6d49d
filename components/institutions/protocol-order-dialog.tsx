"use client";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { type ProtocolPlace, protocolStep, protocolSteps } from "@/lib/institutions/protocol-order.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type ProtocolOrderDialogProps = {
  institutions: readonly ProtocolPlace[];
  /** How many would stand elsewhere in the list or letter. */
  movedCount: number;
  onConfirm: () => void;
  onClose: () => void;
};

/** The rule itself, with how many of the list stand on each step, before anything moves. */
export function ProtocolOrderDialog({ institutions, movedCount, onConfirm, onClose }: ProtocolOrderDialogProps) {
  const counts = Map.groupBy(institutions, protocolStep);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Protokol sırasına göre diz"
      description="Kurumlar hiyerarşi ve türlerine göre aşağıdaki sırayla dizilir. Aynı basamaktakiler aralarındaki sırayı korur; sonra elle değiştirebilirsiniz."
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone="primary" onClick={onConfirm} off={movedCount === 0 ? "Kurumlar zaten bu sırada." : false}>
            {movedCount === 0 ? "Sıraya diz" : `${formatNumber(movedCount)} kurumun yerini değiştir`}
          </Button>
        </>
      }
    >
      <ol className="small divide-y divide-line">
        {protocolSteps.map((step, index) => (
          <li key={step} className="flex items-center gap-3 py-1.5">
            <span className="num w-6 text-right text-ink-3">{formatNumber(index + 1)}</span>
            <span className="flex-1">{step}</span>
            <span className="num text-ink-2">
              {counts.get(index)?.length ? `${formatNumber(counts.get(index)?.length ?? 0)} kurum` : "yok"}
            </span>
          </li>
        ))}
      </ol>
      <p className="cap mt-3">
        Resmî Yazışma Kılavuzu 16.1 bir protokol sırası ister, listesini vermez; bu basamaklar sistemin kendi kuralıdır.
      </p>
    </Dialog>
  );
}
