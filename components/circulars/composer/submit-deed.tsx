"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorSummary } from "@/components/ui/error-summary.tsx";
import { submitCircular } from "@/lib/circulars/signing-contract.ts";
import { AppError } from "@/lib/platform/errors.ts";
import { call } from "@/lib/platform/http/call.ts";

/** The deed at the end of the check page, and what the server says where it refuses. */
export function SubmitDeed({ reachable }: { reachable: (institutionId: string) => boolean }) {
  const { content, record, status } = useDraft();
  const { submit, attempt, errors } = useSubmit();
  // A channel added to the directory meanwhile is taken at submission: only the server's answer counts then.
  const isReachable = content.recipients.length > 0 && content.recipients.every(({ institutionId }) => reachable(institutionId));
  const missing = record.checks.filter(
    (check) => check.status === "missing" && check.section !== "check" && !(check.section === "recipients" && isReachable),
  );
  const next = content.reviewerIds.length > 0 ? "Parafa sun" : "İmzaya sun";
  const isUnsaved = ["held", "stale", "closed"].includes(status.step);
  const unsaved = isUnsaved && "Son yazılanlar kaydedilmedi.";
  return (
    <div className="grid gap-3">
      {errors.length > 0 ? <ErrorSummary key={attempt} errors={errors} title="Yazı sunulamadı" /> : null}
      <p className="small text-ink-2">Sunulan yazının metni, ekleri ve muhatapları birlikte dondurulur; iade edilmeden değiştirilemez.</p>
      <div>
        <Button
          tone="primary"
          busy={submit.isPending ? "Sunuluyor" : false}
          off={missing.length > 0 ? `${missing.length} bölüm eksik.` : unsaved}
          onClick={() => submit.mutate()}
        >
          {next}
        </Button>
      </div>
    </div>
  );
}

/** Saves what was typed last, then freezes it; each failed attempt counts, so that its summary takes the focus. */
function useSubmit() {
  const { record, store } = useDraft();
  const queries = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const submit = useMutation({
    mutationFn: async () => {
      if (!(await store.flush()))
        throw new AppError("conflict", { message: "Son yazdıklarınız kaydedilemedi; önce kaydedilmesi gerekir." });
      return store.command((version) => call(submitCircular, { circularId: record.id, version }));
    },
    meta: { handlesErrors: true },
    onError: () => setAttempt((count) => count + 1),
    onSuccess: (next) => {
      queries.setQueryData(circularQueries.record(next.id).queryKey, next);
      return queries.invalidateQueries({ queryKey: circularQueries.root, predicate: ({ queryKey }) => queryKey[1] !== "preview" });
    },
  });
  const params = submit.error instanceof AppError ? submit.error.details.invalidParams : undefined;
  const errors = submit.error ? (params ?? [submit.error]).map(({ message }) => ({ message })) : [];
  return { submit, attempt, errors };
}
