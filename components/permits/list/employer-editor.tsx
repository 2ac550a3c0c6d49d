"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import type { PermitFilterState } from "@/components/permits/permit-filter.ts";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { Combobox } from "@/components/ui/combobox.tsx";
import { Field } from "@/components/ui/field.tsx";
import type { EmployerHit } from "@/lib/permits/search-contract.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";

const SHORTEST = 2;

/** One employer, found by its title or tax number among those that the asker may see; the address holds its id alone. */
export function EmployerEditor({ filter }: { filter: PermitFilterState }) {
  const [text, setText] = useState("");
  const q = useSettled(text.slice(0, 100), 200).trim();
  const isAsked = q.length >= SHORTEST;
  const query = useQuery({ ...permitQueries.search(q), enabled: isAsked });
  const found = isAsked ? (query.data?.employers ?? []) : [];
  return (
    <Field label="İşveren" hint="Unvanından birkaç harf ya da vergi numarası yazın." className="w-72 max-w-full">
      <Combobox
        listLabel="İşverenler"
        text={text}
        value={filter.shown.employer ?? ""}
        onText={setText}
        onChoose={(option) => {
          setText(option.label);
          filter.setShown({ employer: option.value });
        }}
        options={found.map(optionOf)}
        note={noteOf(query, isAsked, found.length)}
      />
    </Field>
  );
}

const plain = (pieces: EmployerHit["title"]): string => pieces.map(({ text }) => text).join("");

const optionOf = ({ id, title, taxNumber, provinceId }: EmployerHit) => ({
  value: id,
  label: plain(title),
  hint: [plain(taxNumber), provinceName(provinceId)].filter(Boolean).join(" · "),
});

function noteOf(query: { isPending: boolean; isError: boolean }, isAsked: boolean, count: number): string | undefined {
  if (!isAsked) return "En az iki harf yazın.";
  if (query.isPending) return "Aranıyor";
  if (query.isError) return "Aranamadı. Birazdan yeniden deneyin.";
  return count === 0 ? "Böyle bir işveren bulunamadı. Daha kısa bir sözcük deneyin." : undefined;
}
