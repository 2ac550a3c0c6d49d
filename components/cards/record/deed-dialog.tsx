"use client";
import type { FormEvent, ReactNode } from "react";
import type { Staged } from "@/components/permits/forms/deed-form.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { FieldError } from "@/components/ui/field.tsx";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

export type DeedDialogProps = {
  title: string;
  /** What follows from it, and whether it can be undone. */
  consequence: string;
  /** The deed's own word; never "Tamam". */
  deed: string;
  doing: string;
  isDanger?: boolean;
  isPending: boolean;
  /** What no field can show. */
  refusal?: string | undefined;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** One deed about one card: a few fields, what follows, and a button that says the deed. */
export function DeedDialog({
  title,
  consequence,
  deed,
  doing,
  isDanger,
  isPending,
  refusal,
  onSubmit,
  onClose,
  children,
}: DeedDialogProps) {
  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open || isPending ? undefined : onClose())}
      title={title}
      description={consequence}
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone={isDanger ? "danger" : "primary"} type="submit" form="card-deed" busy={isPending ? doing : false}>
            {deed}
          </Button>
        </>
      }
    >
      <form id="card-deed" onSubmit={submit} noValidate className="grid gap-4">
        {children}
        {refusal ? (
          <div role="alert">
            <FieldError>{refusal}</FieldError>
          </div>
        ) : null}
      </form>
    </Dialog>
  );
}

export const evidenceOf = (staged: Staged) => (staged ? { evidenceFileId: staged.fileId } : {});

/** What the server refused, at its field where it named one. */
export function refusalsOf(
  error: Error | null,
  shown: readonly string[],
): { at: (path: string) => string | undefined; general: string | undefined } {
  if (!error) return { at: () => undefined, general: undefined };
  if (!(error instanceof ProblemError)) return { at: () => undefined, general: errorMessages.internal };
  const params = error.problem.invalidParams ?? [];
  const isShown = params.some(({ path }) => shown.some((field) => path.startsWith(field)));
  return {
    at: (field) => params.find(({ path }) => path.startsWith(field))?.message,
    general: isShown ? undefined : (params[0]?.message ?? error.problem.title),
  };
}
