"use client";
import { useState } from "react";
import { StepUpField, stepUpOf } from "@/components/access/step-up-field.tsx";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { DeedDialog, evidenceOf, refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import type { CardDeedProps } from "@/components/cards/record/return-deeds.tsx";
import type { Staged } from "@/components/permits/forms/deed-form.ts";
import { EvidenceDrop } from "@/components/permits/forms/evidence-drop.tsx";
import { Field } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { CorrectedWhereabouts, type ReportGround, reportCard } from "@/lib/cards/card-contract.ts";
import { cardWhereaboutsWords } from "@/lib/cards/card-words.ts";
import { proposeDeliveryCorrection } from "@/lib/cards/correction-contract.ts";

type Words = { title: string; consequence: string; deed: string; done: string };

const ended = "Kart hemen geçersiz olur, bir daha geçerli olmaz; aynı anda yenisi istenir.";
const kept = "Yeni kart istenir. Bu kart, yenisi teslim edilene kadar geçerli kalır.";

const reportWords: Record<ReportGround, Words> = {
  lost: { title: "Kart kayıp bildirilsin mi?", consequence: ended, deed: "Kayıp bildir", done: "Kart geçersiz oldu; yenisi istendi." },
  stolen: {
    title: "Kart çalıntı bildirilsin mi?",
    consequence: ended,
    deed: "Çalıntı bildir",
    done: "Kart geçersiz oldu; yenisi istendi.",
  },
  damaged: { title: "Kart hasarlı bildirilsin mi?", consequence: kept, deed: "Hasarlı bildir", done: "Yeni kart istendi." },
  data_error: { title: "Kartta veri hatası bildirilsin mi?", consequence: kept, deed: "Veri hatası bildir", done: "Yeni kart istendi." },
  found: {
    title: "Kart bulundu mu?",
    consequence: "Kayıp ya da çalıntı bildirilen kart yeniden geçerli olmaz; elde tutulur ve imha edilir.",
    deed: "Bulundu bildir",
    done: "Kart elde; imha edilmesi gerekiyor.",
  },
};

const evidenceWords: Record<ReportGround, string> = {
  lost: "Kayıp dilekçesi",
  stolen: "Kolluk tutanağı",
  damaged: "Hasarın görüntüsü ya da dilekçe",
  data_error: "Doğru bilgiyi gösteren belge",
  found: "Teslim tutanağı",
};

export function ReportDeed({ card, ground, onClose }: CardDeedProps & { ground: ReportGround }) {
  const report = useCardDeed(reportCard);
  const [reason, setReason] = useState("");
  const [evidence, setEvidence] = useState<Staged>(null);
  const [isAsked, setAsked] = useState(false);
  const words = reportWords[ground];
  const refusals = refusalsOf(report.error, ["reason", "evidenceFileId"]);
  function submit() {
    setAsked(true);
    if (reason.trim().length < 5) return;
    const done = () => {
      toastDone(words.done);
      onClose();
    };
    report.mutate({ cardId: card.id, version: card.version, ground, reason, ...evidenceOf(evidence) }, { onSuccess: done });
  }
  return (
    <DeedDialog
      {...words}
      doing="Bildiriliyor"
      isDanger={ground === "lost" || ground === "stolen"}
      isPending={report.isPending}
      refusal={refusals.general}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label="Kim, ne zaman, nasıl bildirdi"
        required
        error={isAsked && reason.trim().length < 5 ? "En az 5 harf yazın." : refusals.at("reason")}
        hint="Kartın geçmişinde kalır."
      >
        <TextArea maxLength={1_000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <EvidenceDrop
        label={`${evidenceWords[ground]} (isteğe bağlı)`}
        provinceId={card.provinceId}
        value={evidence}
        onChange={setEvidence}
        error={refusals.at("evidenceFileId")}
      />
    </DeedDialog>
  );
}

/** First of two persons: somebody else decides (K6). */
export function CorrectionDeed({ card, onClose }: CardDeedProps) {
  const propose = useCardDeed(proposeDeliveryCorrection);
  const [whereabouts, setWhereabouts] = useState<CorrectedWhereabouts>("under_inquiry");
  const [reason, setReason] = useState("");
  const [proof, setProof] = useState("");
  const [evidence, setEvidence] = useState<Staged>(null);
  const [isAsked, setAsked] = useState(false);
  const refusals = refusalsOf(propose.error, ["reason", "stepUp", "evidenceFileId"]);
  function submit() {
    setAsked(true);
    if (reason.trim().length < 5 || proof === "") return;
    const input = { cardId: card.id, version: card.version, whereabouts, reason, stepUp: stepUpOf(proof), ...evidenceOf(evidence) };
    const done = () => {
      toastDone("Düzeltme önerildi; ikinci kişinin kararını bekler.");
      onClose();
    };
    propose.mutate(input, { onSuccess: done, onError: () => setProof("") });
  }
  return (
    <DeedDialog
      title="Teslim kaydı düzeltilsin mi?"
      consequence="Teslim edildiği PTT kaydında duruyor; kart teslim edilmediyse bunu iki kişi söyler. Kendi önerinizi siz onaylayamazsınız."
      deed="Düzeltmeyi öner"
      doing="Öneriliyor"
      isPending={propose.isPending}
      refusal={refusals.general}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup
        legend="Kart gerçekte nerede"
        value={whereabouts}
        onValueChange={setWhereabouts}
        options={CorrectedWhereabouts.options.map((value) => ({ value, label: cardWhereaboutsWords[value] }))}
      />
      <Field
        label="Gerekçe"
        required
        error={isAsked && reason.trim().length < 5 ? "Gerekçeyi en az 5 harfle yazın." : refusals.at("reason")}
      >
        <TextArea maxLength={1_000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <EvidenceDrop
        label="Hak sahibinin yazılı beyanı (isteğe bağlı)"
        provinceId={card.provinceId}
        value={evidence}
        onChange={setEvidence}
        error={refusals.at("evidenceFileId")}
      />
      <StepUpField
        value={proof}
        onChange={setProof}
        error={isAsked && proof === "" && !propose.error ? "İşlemi yapanın siz olduğunuzu gösterin." : refusals.at("stepUp")}
      />
    </DeedDialog>
  );
}
