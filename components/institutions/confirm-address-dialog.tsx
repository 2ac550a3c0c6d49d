"use client";
import { useState } from "react";
import { useConfirmAddress } from "@/components/institutions/institution-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { ConfirmationWay } from "@/lib/institutions/address-freshness.ts";
import type { AddressRecord } from "@/lib/institutions/contract.ts";
import { channelLabels, confirmationWayLabels } from "@/lib/institutions/labels.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

const ways = ConfirmationWay.options.map((way) => ({ value: way, label: confirmationWayLabels[way] }));

export type ConfirmAddressDialogProps = { institution: { id: string; name: string }; address: AddressRecord; onClose: () => void };

/** A person says how they learned that the address is right; their name and the moment are written with it. */
export function ConfirmAddressDialog({ institution, address, onClose }: ConfirmAddressDialogProps) {
  const [way, setWay] = useState<ConfirmationWay | "">("");
  const [note, setNote] = useState("");
  const [isAsked, setAsked] = useState(false);
  const confirm = useConfirmAddress();
  async function save() {
    setAsked(true);
    if (way === "") return;
    const { kind, address: text } = address;
    const saved = await confirm.mutateAsync({ institutionId: institution.id, kind, address: text, way, note }).catch(() => null);
    if (!saved) return;
    toastDone(`${channelLabels[kind]} adresi teyit edildi.`);
    onClose();
  }
  return (
    <Dialog
      open
      holds
      onOpenChange={(open) => open || onClose()}
      title="Adresi teyit et"
      description={`${institution.name}: ${[channelLabels[address.kind], address.address].filter(Boolean).join(", ")}`}
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone="primary" busy={confirm.isPending ? "Kaydediliyor" : false} onClick={() => void save()}>
            Adresi teyit et
          </Button>
        </>
      }
    >
      <RadioGroup
        legend="Adresin doğru olduğunu nasıl öğrendiniz?"
        name="way"
        value={way}
        onValueChange={setWay}
        options={ways}
        {...(isAsked && way === "" && { error: "Nasıl öğrendiğinizi seçin." })}
      />
      <Field label="Not" optional hint="Görüşülen birim ya da yazının sayısı." className="mt-4">
        <TextInput value={note} maxLength={300} autoComplete="off" onChange={({ target }) => setNote(target.value)} />
      </Field>
      {confirm.error ? (
        <div role="alert" className="mt-2">
          <FieldError>{confirm.error instanceof ProblemError ? confirm.error.problem.title : errorMessages.internal}</FieldError>
        </div>
      ) : null}
    </Dialog>
  );
}
