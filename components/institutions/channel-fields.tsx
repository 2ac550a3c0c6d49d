"use client";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import type { InstitutionValues } from "@/components/institutions/institution-form-state.ts";
import { Button, IconButton } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { fieldIdOf } from "@/components/ui/form-errors.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { toastUndo } from "@/components/ui/toast.tsx";
import { ChannelKind } from "@/lib/institutions/contract.ts";
import { channelLabels } from "@/lib/institutions/labels.ts";

const MOST_CHANNELS = 6;
const kindOptions = ChannelKind.options.map((kind) => ({ value: kind, label: channelLabels[kind] }));
const placeholders: Record<ChannelKind, string> = {
  kep: "ad@hs01.kep.tr",
  email: "ad@kurum.gov.tr",
  hand: "Birim, kat (isteğe bağlı)",
  post: "Posta adresi (isteğe bağlı)",
};

export function ChannelFields() {
  const { control, getValues } = useFormContext<InstitutionValues>();
  const { fields, append, insert, move, remove } = useFieldArray({ control, name: "channels" });
  const [said, setSaid] = useState("");

  function shift(index: number, step: 1 | -1) {
    move(index, index + step);
    setSaid(`Kanal ${index + step + 1}. sıraya alındı.`);
  }

  function takeOut(index: number) {
    const channel = getValues(`channels.${index}`);
    remove(index);
    toastUndo(`${channelLabels[channel.kind]} kanalı çıkarıldı.`, () => insert(index, channel));
  }

  return (
    <>
      {fields.length === 0 ? (
        <p className="small mb-3 flex items-start gap-2 text-red">
          <Glyph name="alert" className="mt-1" />
          Kanalı olmayan kuruma yazı gönderilemez.
        </p>
      ) : null}
      <ol className="grid gap-3">
        {fields.map((field, index) => (
          <ChannelRow
            key={field.id}
            index={index}
            onUp={index > 0 ? () => shift(index, -1) : undefined}
            onDown={index < fields.length - 1 ? () => shift(index, 1) : undefined}
            onRemove={() => takeOut(index)}
          />
        ))}
      </ol>
      <span role="status" className="sr-only">
        {said}
      </span>
      <Button
        className="mt-3"
        icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}
        off={fields.length >= MOST_CHANNELS ? `En çok ${MOST_CHANNELS} kanal yazılabilir.` : false}
        onClick={() => append({ kind: fields.length === 0 ? "kep" : "email", address: "" })}
      >
        Kanal ekle
      </Button>
    </>
  );
}

type ChannelRowProps = { index: number; onUp: (() => void) | undefined; onDown: (() => void) | undefined; onRemove: () => void };

function ChannelRow({ index, onUp, onDown, onRemove }: ChannelRowProps) {
  const { control, register, formState } = useFormContext<InstitutionValues>();
  const kind = useWatch({ control, name: `channels.${index}.kind` });
  const errors = formState.errors.channels?.[index];
  const place = `${index + 1}. kanal`;
  return (
    <li className="grid grid-cols-[1fr_auto] items-end gap-x-2 gap-y-2 sm:grid-cols-[9rem_1fr_auto]">
      <Field id={fieldIdOf(`channels.${index}.kind`)} label={place} error={errors?.kind?.message}>
        <Select {...register(`channels.${index}.kind`)} options={kindOptions} />
      </Field>
      <Field
        id={fieldIdOf(`channels.${index}.address`)}
        label={`${place}ın adresi`}
        error={errors?.address?.message}
        className="order-last col-span-2 sm:order-none sm:col-span-1"
      >
        <TextInput {...register(`channels.${index}.address`)} autoComplete="off" maxLength={200} placeholder={placeholders[kind]} />
      </Field>
      <span className="flex">
        <MoveButton label={`${place}ı yukarı al`} onMove={onUp}>
          <ArrowUp size={16} strokeWidth={1.75} aria-hidden="true" />
        </MoveButton>
        <MoveButton label={`${place}ı aşağı al`} onMove={onDown}>
          <ArrowDown size={16} strokeWidth={1.75} aria-hidden="true" />
        </MoveButton>
        <IconButton label={`${place}ı çıkar`} onClick={onRemove}>
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </span>
    </li>
  );
}

type MoveButtonProps = { label: string; onMove: (() => void) | undefined; children: ReactNode };

/** Stays in place at the end of the list, so that the hand and the focus do not lose it. */
function MoveButton({ label, onMove, children }: MoveButtonProps) {
  return (
    <IconButton label={label} aria-disabled={onMove ? undefined : true} onClick={onMove} className={onMove ? "" : "text-ink-off"}>
      {children}
    </IconButton>
  );
}
