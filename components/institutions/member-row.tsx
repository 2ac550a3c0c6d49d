"use client";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";
import { ChannelWord } from "@/components/institutions/channel-word.tsx";
import type { ListValues } from "@/components/institutions/distribution-list-form-state.ts";
import { IconButton } from "@/components/ui/button.tsx";
import { FieldError } from "@/components/ui/field.tsx";
import { fieldIdOf } from "@/components/ui/form-errors.ts";
import { Select } from "@/components/ui/select.tsx";
import { type InstitutionRow, RecipientRole } from "@/lib/institutions/contract.ts";
import { roleLabels } from "@/lib/institutions/labels.ts";

const roleOptions = RecipientRole.options.map((role) => ({ value: role, label: roleLabels[role] }));

export type MemberRowProps = {
  index: number;
  count: number;
  /** Undefined only where the directory no longer shows the institution. */
  institution: InstitutionRow | undefined;
  onMove: (to: number) => void;
  onRemove: () => void;
};

export function MemberRow({ index, count, institution, onMove, onRemove }: MemberRowProps) {
  const { register, formState } = useFormContext<ListValues>();
  const error = formState.errors.members?.[index]?.institutionId?.message;
  const name = institution?.name ?? "Kurum";
  const errorId = `${fieldIdOf(`members.${index}.institutionId`)}-error`;
  return (
    <li
      id={fieldIdOf(`members.${index}.institutionId`)}
      tabIndex={-1}
      className="grid grid-cols-[2rem_1fr] items-center gap-x-3 gap-y-1 px-4 py-1.5 md:grid-cols-[2rem_1fr_auto]"
    >
      <span className="num text-right text-ink-3">{index + 1}</span>
      <div className="min-w-0">
        <p className="font-medium">{name}</p>
        <p className="cap">{institution ? <ChannelWord channels={institution.channels} /> : "Dizinde görünmüyor"}</p>
        {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      </div>
      <div className="flex items-center gap-2 max-md:col-start-2">
        <Select {...register(`members.${index}.role`)} aria-label={`Görev: ${name}`} options={roleOptions} className="w-30" />
        <MoveButtons index={index} count={count} name={name} onMove={onMove}>
          <IconButton label={`Listeden çıkar: ${name}`} onClick={onRemove}>
            <X size={16} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
        </MoveButtons>
      </div>
    </li>
  );
}

type MoveButtonsProps = { index: number; count: number; name: string; onMove: (to: number) => void; children: ReactNode };

/** The pressed button keeps the focus while its row travels, so that it can be pressed again. */
function MoveButtons({ index, count, name, onMove, children }: MoveButtonsProps) {
  const box = useRef<HTMLSpanElement>(null);
  const pressed = useRef<"up" | "down" | null>(null);
  useEffect(() => {
    if (pressed.current) box.current?.querySelector<HTMLButtonElement>(`[data-move=${pressed.current}]`)?.focus();
    pressed.current = null;
  });
  function press(direction: "up" | "down", to: number) {
    if (to < 0 || to >= count) return;
    pressed.current = direction;
    onMove(to);
  }
  const first = index === 0;
  const last = index === count - 1;
  return (
    <span ref={box} className="flex">
      <IconButton
        label={`Yukarı al: ${name}`}
        data-move="up"
        aria-disabled={first || undefined}
        className={first ? "text-ink-off" : ""}
        onClick={() => press("up", index - 1)}
      >
        <ArrowUp size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={`Aşağı al: ${name}`}
        data-move="down"
        aria-disabled={last || undefined}
        className={last ? "text-ink-off" : ""}
        onClick={() => press("down", index + 1)}
      >
        <ArrowDown size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      {children}
    </span>
  );
}
