"use client";
import { useState } from "react";
import { StepUpDialog } from "@/components/access/step-up-dialog.tsx";
import { stepUpOf } from "@/components/access/step-up-field.tsx";
import { proposalKinds, setUpLinkIn } from "@/components/permits/proposals/proposal-kinds.ts";
import { useDecide } from "@/components/permits/proposals/proposal-queries.ts";
import { Field } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { ProposalDecision, ProposalRow } from "@/lib/access/proposals-contract.ts";
import type { SetUpLink } from "@/lib/access/users-contract.ts";

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
    <StepUpDialog
      title={words.title}
      consequence={`${proposal.summary}. ${words.consequence}`}
      deed={words.deed}
      doing={words.doing}
      isDanger={decision !== "approve"}
      isPending={decide.isPending}
      error={decide.error}
      proof={proof}
      onProof={setProof}
      isAsked={isAsked}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p className="small">
        <span className="text-ink-3">Önerenin gerekçesi:</span> {proposal.reason}
      </p>
      {decision === "refuse" ? (
        <Field label="Ret gerekçesi" required error={isAsked && noteMissing ? "Gerekçeyi yazın; en az 5 harf." : undefined}>
          <TextArea value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
        </Field>
      ) : null}
    </StepUpDialog>
  );
}
