"use client";
import type { ReactNode } from "react";
import { refusalOf, StepUpField } from "@/components/access/step-up-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { FieldError } from "@/components/ui/field.tsx";

export type StepUpDialogProps = {
  title: string;
  /** Whom or what it is about, and what follows. */
  consequence: string;
  /** The deed's own word; never "Tamam". */
  deed: string;
  doing: string;
  isDanger: boolean;
  isPending: boolean;
  /** Why the server refused it. */
  error: Error | null;
  proof: string;
  onProof: (proof: string) => void;
  /** The button was pressed already: what is missing is said. */
  isAsked: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** A binding deed: the fields it needs, and the person shows again who they are. */
export function StepUpDialog({ title, consequence, deed, doing, isDanger, children, ...rest }: StepUpDialogProps) {
  const { isPending, error, proof, onProof, isAsked, onConfirm, onClose } = rest;
  const refusal = refusalOf(error);
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
          <Button tone={isDanger ? "danger" : "primary"} busy={isPending ? doing : false} onClick={onConfirm}>
            {deed}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {children}
        <StepUpField
          value={proof}
          onChange={onProof}
          error={isAsked && proof === "" && !error ? "İşlemi yapanın siz olduğunuzu gösterin." : refusal.atProof}
        />
        {refusal.general ? (
          <div role="alert">
            <FieldError>{refusal.general}</FieldError>
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}
