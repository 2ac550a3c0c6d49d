"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type Ref, useState } from "react";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import { institutionQueries } from "@/components/institutions/institution-queries.ts";
import { Combobox } from "@/components/ui/combobox.tsx";
import type { InstitutionRow } from "@/lib/institutions/contract.ts";
import { kindLabels } from "@/lib/institutions/labels.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type InstitutionFieldProps = {
  value: string;
  /** What is chosen already, by name. */
  chosen?: string | undefined;
  /** Whose directory; without it every institution that one may read. */
  province?: number | undefined;
  /** "" as soon as the text no longer is the chosen name. */
  onChange: (institutionId: string) => void;
  onBlur: () => void;
  ref?: Ref<HTMLInputElement>;
};

/** An institution is chosen from the directory, never typed: what is known of it comes from there. */
export function InstitutionField({ value, chosen = "", province, onChange, onBlur, ref }: InstitutionFieldProps) {
  const [text, setText] = useState(chosen);
  // A chosen name is no search: the list opens with the whole directory again.
  const q = useSettled(value ? "" : text.slice(0, 100), 200).trim();
  const query = useInfiniteQuery(institutionQueries.list({ ...(q && { q }), ...(province !== undefined && { province }) }));
  const found = query.data?.pages[0]?.institutions ?? [];
  return (
    <Combobox
      ref={ref}
      listLabel="Kurumlar"
      placeholder="Kurumun adını yazın"
      text={text}
      value={value}
      onBlur={onBlur}
      onText={(next) => {
        setText(next);
        if (value) onChange("");
      }}
      onChoose={(option) => {
        setText(option.label);
        onChange(option.value);
      }}
      options={found.map(optionOf)}
      note={noteOf(query, found.length)}
    />
  );
}

const optionOf = ({ id, name, kind, district }: InstitutionRow) => ({
  value: id,
  label: name,
  hint: [kindLabels[kind], district].filter(Boolean).join(" · "),
});

function noteOf(query: { isPending: boolean; isError: boolean; hasNextPage: boolean }, count: number): string | undefined {
  if (query.isPending) return "Dizin okunuyor";
  if (query.isError) return "Dizin okunamadı. Birazdan yeniden deneyin.";
  if (count === 0) return "Bu adla kurum bulunamadı. Daha kısa bir sözcük deneyin.";
  return query.hasNextPage ? `İlk ${formatNumber(count)} kurum gösteriliyor; aramayı daraltın.` : undefined;
}
