"use client";
import { useState } from "react";
import { StepUpField, stepUpOf } from "@/components/access/step-up-field.tsx";
import { proposalKinds, setUpLinkIn } from "@/components/permits/proposals/proposal-kinds.ts";
import { useDecide } from "@/components/permits/proposals/proposal-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { ProposalDecision, ProposalRow } from "@/lib/access/proposals-contract.ts";
import type { SetUpLink } from "@/lib/access/users-contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

type DecideDialogProps = {
  proposal: ProposalRow;
  decision: ProposalDecision;
  onClose: () => void;
  /** An approved account needs a link that is seen once. */
  onLink: (link: SetUpLink) => void;
};

/** The second person reads what is proposed, says why where it is refused, and shows again who they are. */
export function DecideDialog({ proposal, decision, onClose, onLink }: DecideDialogProps) {
  const decide = useDecide();
  const [note, setNote] = useState("");
  const [proof, setProof] = useState("");
  const [isAsked, setAsked] = useState(false);
  const words = proposalKinds[proposal.kind].words[decision];
  const noteMissing = decision === "refuse" && note.trim().length < 5;
  const refusal = refusalOf(decide.error);
  function confirm() {
    setAsked(true);
    if (proof === "" || noteMissing) return;
    decide.mutate(
      { proposal, decision, note, stepUp: stepUpOf(proof) },
      {
        onSuccess: (answer) => {
          toastDone(words.done);
          const link = setUpLinkIn(answer);
          if (link) onLink(link);
          onClose();
        },
        onError: () => setProof(""),
      },
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open || decide.isPending ? undefined : onClose())}
      title={words.title}
      description={`${proposal.summary}. ${words.consequence}`}
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone={decision === "approve" ? "primary" : "danger"} busy={decide.isPending ? words.doing : false} onClick={confirm}>
            {words.deed}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="small">
          <span className="text-ink-3">Önerenin gerekçesi:</span> {proposal.reason}
        </p>
        {decision === "refuse" ? (
          <Field label="Ret gerekçesi" required error={isAsked && noteMissing ? "Gerekçeyi yazın; en az 5 harf." : undefined}>
            <TextArea value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
          </Field>
        ) : null}
        <StepUpField
          value={proof}
          onChange={setProof}
          error={isAsked && proof === "" && !decide.error ? "İşlemi yapanın siz olduğunuzu gösterin." : refusal.atProof}
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

/** A wrong password or code is told at its field, anything else below. */
function refusalOf(error: Error | null): { atProof?: string; general?: string } {
  if (!error) return {};
  if (!(error instanceof ProblemError)) return { general: errorMessages.internal };
  const param = error.problem.invalidParams?.[0];
  if (error.code === "code_refused" || param?.path.startsWith("stepUp")) return { atProof: param?.message ?? error.problem.title };
  return { general: param?.message ?? error.problem.title };
}
