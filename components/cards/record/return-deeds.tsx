"use client";
import { useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { addressSourceWords } from "@/components/cards/record/card-words.ts";
import { DeedDialog, evidenceOf, refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import type { Staged } from "@/components/permits/forms/deed-form.ts";
import { EvidenceDrop } from "@/components/permits/forms/evidence-drop.tsx";
import { Field } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { AddressSource, type CardRecord, confirmCardAddress, deliverCard, destroyCard, resendCard } from "@/lib/cards/card-contract.ts";
import { deliveredToWords } from "@/lib/cards/card-words.ts";
import { DeliveredTo } from "@/lib/cards/contract.ts";
import { upperTr } from "@/lib/platform/locale/tr.ts";

export type CardDeedProps = { card: CardRecord; onClose: () => void };

const capital = (word: string): string => upperTr(word.slice(0, 1)) + word.slice(1);

export function AddressDeed({ card, onClose }: CardDeedProps) {
  const confirm = useCardDeed(confirmCardAddress);
  const [source, setSource] = useState<AddressSource | "">("");
  const [address, setAddress] = useState("");
  const [evidence, setEvidence] = useState<Staged>(null);
  const [isAsked, setAsked] = useState(false);
  const refusals = refusalsOf(confirm.error, ["address", "source", "evidenceFileId"]);
  function submit() {
    setAsked(true);
    if (source === "" || address.trim().length < 10) return;
    const done = () => {
      toastDone("Adres yazıldı; kart yeniden gönderilebilir.");
      onClose();
    };
    confirm.mutate({ cardId: card.id, version: card.version, source, address, ...evidenceOf(evidence) }, { onSuccess: done });
  }
  return (
    <DeedDialog
      title="Doğrulanan adresi yaz"
      consequence="Kart bu adrese gönderilir. Adres şifreli saklanır; kimin, nasıl doğruladığı geçmişte kalır."
      deed="Adresi yaz"
      doing="Yazılıyor"
      isPending={confirm.isPending}
      refusal={refusals.general}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup
        legend="Adres nasıl doğrulandı"
        inline
        value={source}
        onValueChange={setSource}
        options={AddressSource.options.map((value) => ({ value, label: capital(addressSourceWords[value]) }))}
        {...(isAsked && source === "" ? { error: "Nasıl doğrulandığını seçin." } : {})}
      />
      <Field
        label="Adres"
        required
        error={isAsked && address.trim().length < 10 ? "Mahalle, sokak, kapı no, ilçe ve ili yazın." : refusals.at("address")}
        hint="Mahalle, sokak, kapı no, ilçe / il"
      >
        <TextArea
          rows={3}
          maxLength={300}
          autoComplete="off"
          value={address}
          onChange={({ target }) => setAddress(target.value.replaceAll("\n", " "))}
        />
      </Field>
      <EvidenceDrop
        label="Adresi gösteren belge (isteğe bağlı)"
        provinceId={card.provinceId}
        value={evidence}
        onChange={setEvidence}
        error={refusals.at("evidenceFileId")}
      />
    </DeedDialog>
  );
}

export function ResendDeed({ card, onClose }: CardDeedProps) {
  const resend = useCardDeed(resendCard);
  const [barcode, setBarcode] = useState("");
  const refusals = refusalsOf(resend.error, ["barcode"]);
  const written = barcode.replaceAll(" ", "").toUpperCase();
  function submit() {
    const input = { cardId: card.id, version: card.version, ...(written && { barcode: written }) };
    const done = () => {
      toastDone("Kart yeniden gönderildi.");
      onClose();
    };
    resend.mutate(input, { onSuccess: done });
  }
  return (
    <DeedDialog
      title="Kart yeniden gönderilsin mi?"
      consequence="Kart doğrulanan adrese PTT ile çıkar; iade istisnası kapanır."
      deed="Kartı yeniden gönder"
      doing="Gönderiliyor"
      isPending={resend.isPending}
      refusal={refusals.general}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label="PTT’nin yeni barkodu"
        optional
        error={refusals.at("barcode")}
        hint="PTT yeni barkod vermediyse boş bırakın; eski barkod sürer."
      >
        <TextInput
          className="code max-w-64"
          maxLength={30}
          autoComplete="off"
          value={barcode}
          onChange={({ target }) => setBarcode(target.value)}
        />
      </Field>
    </DeedDialog>
  );
}

export function DeliverDeed({ card, onClose }: CardDeedProps) {
  const deliver = useCardDeed(deliverCard);
  const [to, setTo] = useState<DeliveredTo>("self");
  const [reason, setReason] = useState("");
  const [evidence, setEvidence] = useState<Staged>(null);
  const [isAsked, setAsked] = useState(false);
  const refusals = refusalsOf(deliver.error, ["reason", "evidenceFileId"]);
  function submit() {
    setAsked(true);
    if (reason.trim().length < 5) return;
    const done = () => {
      toastDone("Teslim yazıldı.");
      onClose();
    };
    deliver.mutate({ cardId: card.id, version: card.version, to, reason, ...evidenceOf(evidence) }, { onSuccess: done });
  }
  return (
    <DeedDialog
      title="Elden teslimi yaz"
      consequence="Kart hak sahibine verilmiş sayılır ve işi kapanır; yanlışsa ancak iki kişiyle düzeltilir."
      deed="Teslimi yaz"
      doing="Yazılıyor"
      isPending={deliver.isPending}
      refusal={refusals.general}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup
        legend="Kime verildi"
        inline
        value={to}
        onValueChange={setTo}
        options={DeliveredTo.options.map((value) => ({ value, label: capital(deliveredToWords[value]) }))}
      />
      <Field
        label="Kimliği nasıl görüldü"
        required
        error={isAsked && reason.trim().length < 5 ? "En az 5 harf yazın." : refusals.at("reason")}
      >
        <TextArea maxLength={1_000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <EvidenceDrop
        label="İmzalı teslim belgesi (isteğe bağlı)"
        provinceId={card.provinceId}
        value={evidence}
        onChange={setEvidence}
        error={refusals.at("evidenceFileId")}
      />
    </DeedDialog>
  );
}

export function DestroyDeed({ card, onClose }: CardDeedProps) {
  const destroy = useCardDeed(destroyCard);
  const [witnessName, setWitness] = useState("");
  const [documentNumber, setDocument] = useState("");
  const [evidence, setEvidence] = useState<Staged>(null);
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const refusals = refusalsOf(destroy.error, ["witnessName", "documentNumber", "reason", "evidenceFileId"]);
  const isShort = { witness: witnessName.trim().length < 5, document: documentNumber.trim().length < 2, reason: reason.trim().length < 5 };
  function submit() {
    setAsked(true);
    if (isShort.witness || isShort.document || isShort.reason || !evidence) return;
    const done = () => {
      toastDone("İmha yazıldı.");
      onClose();
    };
    const input = { cardId: card.id, version: card.version, witnessName, documentNumber, reason, evidenceFileId: evidence.fileId };
    destroy.mutate(input, { onSuccess: done });
  }
  return (
    <DeedDialog
      title="Kart imha edilsin mi?"
      consequence="İmha geri alınamaz. Tutanağı siz ve tanık imzalar; kartın hukuki geçerliliği bununla değişmez."
      deed="Kartı imha et"
      doing="Yazılıyor"
      isDanger
      isPending={destroy.isPending}
      refusal={refusals.general}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Tanığın adı soyadı" required error={isAsked && isShort.witness ? "Tanığın adını yazın." : refusals.at("witnessName")}>
        <TextInput maxLength={120} value={witnessName} onChange={({ target }) => setWitness(target.value)} />
      </Field>
      <Field
        label="Tutanak no"
        required
        error={isAsked && isShort.document ? "Tutanağın numarasını yazın." : refusals.at("documentNumber")}
      >
        <TextInput className="max-w-52" maxLength={40} value={documentNumber} onChange={({ target }) => setDocument(target.value)} />
      </Field>
      <Field label="Gerekçe" required error={isAsked && isShort.reason ? "Gerekçeyi en az 5 harfle yazın." : refusals.at("reason")}>
        <TextArea maxLength={1_000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <EvidenceDrop
        label="İmzalanmış tutanağın taraması"
        provinceId={card.provinceId}
        value={evidence}
        onChange={setEvidence}
        error={isAsked && !evidence ? "Tutanağı tarayıp yükleyin." : refusals.at("evidenceFileId")}
      />
    </DeedDialog>
  );
}
