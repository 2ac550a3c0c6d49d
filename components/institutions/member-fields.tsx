"use client";
import { useState } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import type { ListValues } from "@/components/institutions/distribution-list-form-state.ts";
import { type AddedMember, MemberAdding } from "@/components/institutions/member-adding.tsx";
import { MemberRow } from "@/components/institutions/member-row.tsx";
import { ProtocolOrder } from "@/components/institutions/protocol-order.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { toastUndo } from "@/components/ui/toast.tsx";
import type { InstitutionRow } from "@/lib/institutions/contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type MemberFieldsProps = { known: ReadonlyMap<string, InstitutionRow>; onLearn: (rows: readonly InstitutionRow[]) => void };

/** The ordered members: move, give a role, take out (with a way back), add from the directory. */
export function MemberFields({ known, onLearn }: MemberFieldsProps) {
  const { control, getValues } = useFormContext<ListValues>();
  const { fields, append, insert, move, remove, replace } = useFieldArray({ control, name: "members" });
  const [said, setSaid] = useState("");
  const listed = new Set(fields.map((field) => field.institutionId));
  const nameOf = (id: string) => known.get(id)?.name ?? "Kurum";

  function shift(from: number, to: number) {
    const member = getValues(`members.${from}`);
    move(from, to);
    setSaid(`${nameOf(member.institutionId)}, ${to + 1}. sıraya alındı.`);
  }

  function takeOut(index: number) {
    const member = getValues(`members.${index}`);
    remove(index);
    toastUndo(`${nameOf(member.institutionId)} listeden çıkarıldı.`, () => insert(Math.min(index, getValues("members").length), member));
  }

  function add(rows: readonly AddedMember[]) {
    onLearn(rows.map(({ institution }) => institution));
    append(
      rows.map(({ institution, role }) => ({ institutionId: institution.id, role })),
      { shouldFocus: false },
    );
    setSaid(`${rows.length} kurum listenin sonuna eklendi.`);
  }

  function order(members: ListValues["members"]) {
    replace(members);
    setSaid("Listenin sırası değişti.");
  }

  return (
    <section aria-label="Listedeki kurumlar">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 className="h-sec">
          Kurumlar <span className="num font-normal text-ink-3">{formatNumber(fields.length)}</span>
        </h2>
        <span className="flex flex-wrap gap-2">
          {fields.length > 1 ? (
            <ProtocolOrder
              placeOf={(id) => known.get(id)}
              membersNow={() => getValues("members")}
              onOrder={order}
              done="Liste protokol sırasına dizildi."
            />
          ) : null}
          <MemberAdding listed={listed} onAdd={add} />
        </span>
      </div>
      <div className="panel overflow-clip">
        {fields.length === 0 ? (
          <EmptyState title="Listede kurum yok">Dizinden eklediğiniz kurumlar burada sıralanır.</EmptyState>
        ) : (
          <ol className="divide-y divide-line">
            {fields.map((field, index) => (
              <MemberRow
                key={field.id}
                index={index}
                count={fields.length}
                institution={known.get(field.institutionId)}
                onMove={(to) => shift(index, to)}
                onRemove={() => takeOut(index)}
              />
            ))}
          </ol>
        )}
      </div>
      <span role="status" className="sr-only">
        {said}
      </span>
    </section>
  );
}
