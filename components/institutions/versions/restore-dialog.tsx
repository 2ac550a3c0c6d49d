"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { listVersionQueries, useRestoreListVersion } from "@/components/institutions/versions/list-version-queries.ts";
import { changesInWords, versionName } from "@/components/institutions/versions/version-words.ts";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { FieldError } from "@/components/ui/field.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { changesOf } from "@/lib/institutions/list-comparison.ts";
import type { ListVersionRecord } from "@/lib/institutions/list-version-contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Says what will change in today's list before it does; nothing between the two versions is lost. */
export function RestoreDialog({ record, onClose }: { record: ListVersionRecord; onClose: () => void }) {
  const { listId, listVersion, version } = record;
  const router = useRouter();
  const restore = useRestoreListVersion();
  const { data } = useQuery(listVersionQueries.comparison(listId, version, listVersion));
  const open = record.members.filter(({ isOpen }) => isOpen).length;
  async function confirm() {
    const list = await restore.mutateAsync({ listId, listVersion, version }).catch(() => null);
    if (!list) return;
    toastDone(`${versionName(listVersion)} geri getirildi; liste şimdi ${versionName(list.version)}.`);
    router.push(`/institutions/lists/${listId}`);
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={`${versionName(listVersion)} geri getirilsin mi?`}
      consequence={`Liste bugünkü hâlinden sonra ${versionName(version + 1)} olur; aradaki sürümler geçmişte durur. Gönderilmiş yazılar değişmez.`}
      deed={`${formatNumber(open)} kurumluk sürümü geri getir`}
      busy={restore.isPending ? "Geri getiriliyor" : false}
      onConfirm={() => void confirm()}
    >
      {data ? <p className="small">Bugünkü listede: {changesInWords({ changes: changesOf(data), origin: "restore" })}.</p> : null}
      {restore.error ? (
        <div role="alert" className="mt-2">
          <FieldError id="restore-error">{messageOf(restore.error)}</FieldError>
        </div>
      ) : null}
    </ConfirmDialog>
  );
}

function messageOf(error: Error): string {
  if (!(error instanceof ProblemError)) return errorMessages.internal;
  return `${error.problem.title} İstek no ${error.requestId}`;
}
