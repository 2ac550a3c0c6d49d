"use client";
import { useState } from "react";
import { StepUpDialog } from "@/components/access/step-up-dialog.tsx";
import { stepUpOf } from "@/components/access/step-up-field.tsx";
import { actConsequences, decisionDeed } from "@/components/cards/ledger/forms/act-words.ts";
import { type Scan, ScanDrop } from "@/components/cards/ledger/forms/scanned-document.tsx";
import { useLedgerCommand } from "@/components/cards/ledger/ledger-queries.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { Field } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { StockProposal } from "@/lib/cards/ledger-rows.ts";
import { documents, stockActWords } from "@/lib/cards/ledger-words.ts";
import { needsScan } from "@/lib/cards/stock-act.ts";
import { decideStockMovement, withdrawStockMovement } from "@/lib/cards/stock-contract.ts";

export type StockDecision = StockProposal["allowedDecisions"][number];

type Words = { consequence: string; deed: string; doing: string; done: string };

function wordsOf({ act, quantity }: StockProposal, decision: StockDecision): Words {
  if (decision === "refuse") {
    return {
      consequence: "Belgelerin yeri değişmez. Gerekçenizi öneren görür.",
      deed: "Öneriyi reddet",
      doing: "Reddediliyor",
      done: "Öneri reddedildi.",
    };
  }
  if (decision === "withdraw") {
    return { consequence: "Belgelerin yeri değişmez.", deed: "Öneriyi geri al", doing: "Geri alınıyor", done: "Öneri geri alındı." };
  }
  return {
    consequence: actConsequences[act],
    deed: decisionDeed(act, quantity),
    doing: "Yazılıyor",
    done: "Onaylandı; hareket deftere yazıldı.",
  };
}

type StockDecideDialogProps = { proposal: StockProposal; decision: StockDecision; onClose: () => void };

/** The second person decides, with a reason where it is refused, and shows again who they are. */
export function StockDecideDialog({ proposal, decision, onClose }: StockDecideDialogProps) {
  const decide = useLedgerCommand(decideStockMovement);
  const withdraw = useLedgerCommand(withdrawStockMovement);
  const [note, setNote] = useState("");
  const [secret, setSecret] = useState("");
  const [scan, setScan] = useState<Scan>(null);
  const [isAsked, setAsked] = useState(false);
  const words = wordsOf(proposal, decision);
  const isNoteMissing = decision === "refuse" && note.trim().length < 5;
  const isScanAsked = decision === "approve" && needsScan(proposal.act) && proposal.documentId === null;
  const isScanMissing = isScanAsked && scan === null;
  function confirm() {
    setAsked(true);
    if (secret === "" || isNoteMissing || isScanMissing) return;
    const about = { proposalId: proposal.id, version: proposal.version, stepUp: stepUpOf(secret) };
    const after = {
      onSuccess: () => {
        toastDone(words.done);
        onClose();
      },
      onError: () => setSecret(""),
    };
    if (decision === "withdraw") withdraw.mutate(about, after);
    else decide.mutate({ ...about, decision, note, ...(scan && { documentId: scan.documentId }) }, after);
  }
  return (
    <StepUpDialog
      title={`${stockActWords[proposal.act]}: ${documents(proposal.quantity)}, ${moneyText(proposal.value)}`}
      consequence={words.consequence}
      deed={words.deed}
      doing={words.doing}
      isDanger={decision !== "approve"}
      isPending={decide.isPending || withdraw.isPending}
      error={decide.error ?? withdraw.error}
      proof={secret}
      onProof={setSecret}
      isAsked={isAsked}
      onConfirm={confirm}
      onClose={onClose}
    >
      {decision === "refuse" ? (
        <Field label="Ret gerekçesi" required error={isAsked && isNoteMissing ? "Gerekçeyi yazın; en az 5 harf." : undefined}>
          <TextArea value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
        </Field>
      ) : null}
      {isScanAsked ? (
        <ScanDrop
          label="İmzalanmış tutanağın taraması"
          value={scan}
          onChange={setScan}
          error={isAsked && isScanMissing ? "İki kişinin imzaladığı tutanağı tarayıp yükleyin." : undefined}
        />
      ) : null}
    </StepUpDialog>
  );
}
