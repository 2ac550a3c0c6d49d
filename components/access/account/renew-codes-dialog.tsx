"use client";
import { useState } from "react";
import { useRenewRecoveryCodes } from "@/components/access/account/account-queries.ts";
import { RecoveryCodeList } from "@/components/access/account/recovery-code-list.tsx";
import { refusalOf, StepUpField, stepUpOf } from "@/components/access/step-up-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";

export function RenewCodesDialog({ onClose }: { onClose: () => void }) {
  const renew = useRenewRecoveryCodes();
  const [proof, setProof] = useState("");
  const refusal = refusalOf(renew.error);
  const codes = renew.data?.recoveryCodes;
  return (
    <Dialog
      open
      width={codes ? "md" : "sm"}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={codes ? "Yeni kurtarma kodlarınızı saklayın" : "Kurtarma kodları yenilensin mi?"}
      description={codes ? undefined : "On yeni kod verilir; öncekiler geçersiz olur."}
      foot={
        codes ? (
          <Button tone="primary" onClick={onClose}>
            Sakladım, kapat
          </Button>
        ) : (
          <>
            <Button tone="quiet" onClick={onClose}>
              Vazgeç
            </Button>
            <Button
              tone="primary"
              busy={renew.isPending ? "Yenileniyor" : false}
              onClick={() => (proof === "" ? undefined : renew.mutate(stepUpOf(proof), { onError: () => setProof("") }))}
            >
              Kodları yenile
            </Button>
          </>
        )
      }
    >
      {codes ? (
        <RecoveryCodeList codes={codes} />
      ) : (
        <StepUpField value={proof} onChange={setProof} error={refusal.atProof ?? refusal.general} />
      )}
    </Dialog>
  );
}
