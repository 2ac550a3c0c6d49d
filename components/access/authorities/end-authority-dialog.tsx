"use client";
import { useEndAuthority } from "@/components/access/authorities/authority-queries.ts";
import { daysInWords, kindInWords } from "@/components/access/authorities/authority-table.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { FieldError } from "@/components/ui/field.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { AuthorityRow } from "@/lib/access/authorities-contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

export function EndAuthorityDialog({ authority, onClose }: { authority: AuthorityRow; onClose: () => void }) {
  const end = useEndAuthority();
  const { person } = authority;
  async function confirm() {
    const ended = await end.mutateAsync(authority.id).catch(() => null);
    if (!ended) return;
    toastDone(`${person.name}: imza yetkisi geri alındı.`);
    onClose();
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`${person.name} için verilen yetki geri alınsın mı?`}
      consequence={`${kindInWords(authority)}, ${daysInWords(authority)}. Bu yetkiyle imzalanmış yazılar geçerli kalır; yenileri imzalanamaz.`}
      deed="Yetkiyi geri al"
      danger
      busy={end.isPending ? "Geri alınıyor" : false}
      onConfirm={() => void confirm()}
    >
      {end.error ? (
        <div role="alert">
          <FieldError>{end.error instanceof ProblemError ? end.error.problem.title : errorMessages.internal}</FieldError>
        </div>
      ) : null}
    </ConfirmDialog>
  );
}
