"use client";
import { useLedgerCommand } from "@/components/cards/ledger/ledger-queries.ts";
import { refusalText } from "@/components/cards/ledger/refusal-text.ts";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { FieldError } from "@/components/ui/field.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { abandonCount, type StockCountRecord } from "@/lib/cards/stock-contract.ts";

export function AbandonDialog({ count, onClose }: { count: StockCountRecord; onClose: () => void }) {
  const abandon = useLedgerCommand(abandonCount);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`Sayım ${count.number} bırakılsın mı?`}
      consequence="Verilen tutanaklar kayıtta kalır ama karşılaştırılmaz; hesapta yeniden hareket yazılabilir."
      deed="Sayımdan vazgeç"
      danger
      busy={abandon.isPending ? "Bırakılıyor" : false}
      onConfirm={() =>
        abandon.mutate(
          { countId: count.id, version: count.version },
          {
            onSuccess: () => {
              toastDone("Sayımdan vazgeçildi.");
              onClose();
            },
          },
        )
      }
    >
      {abandon.error ? (
        <div role="alert">
          <FieldError>{refusalText(abandon.error)}</FieldError>
        </div>
      ) : null}
    </ConfirmDialog>
  );
}
