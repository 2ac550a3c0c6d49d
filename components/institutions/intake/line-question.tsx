"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import { institutionQueries } from "@/components/institutions/institution-queries.ts";
import { doubtWords, type IntakeLine, type LineChoice } from "@/components/institutions/intake/intake-choices.ts";
import { Combobox } from "@/components/ui/combobox.tsx";
import { Field } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type LineQuestionProps = { line: IntakeLine; onChoose: (choice: LineChoice) => void };

const NOBODY = "nobody";
const OTHER = "other";

/** Nothing is chosen beforehand: a person says which institution a doubtful line means, or that it means none. */
export function LineQuestion({ line, onChoose }: LineQuestionProps) {
  const { grade, choice, candidates, doubt, text } = line;
  const [isSearching, setSearching] = useState(candidates.length === 0);
  if (grade === "certain") return <TakeAgain line={line} onChoose={onChoose} />;
  const options = [
    ...candidates.map(({ institution, confidence }) => ({
      value: institution.id,
      label: institution.name,
      hint: `%${Math.round(confidence * 100)} benziyor`,
    })),
    { value: OTHER, label: "Dizinden başka bir kurum" },
    { value: NOBODY, label: "Bu satır muhatap değil" },
  ];
  function answer(value: string) {
    setSearching(value === OTHER);
    if (value === NOBODY) onChoose("nobody");
    const found = candidates.find(({ institution }) => institution.id === value);
    if (found) onChoose(found.institution);
  }
  return (
    <div className="small mt-1.5">
      <RadioGroup
        legend={<span className="sr-only">{`“${text}” hangi kurum`}</span>}
        value={answerOf({ choice, isSearching, isCandidate: (id) => candidates.some(({ institution }) => institution.id === id) })}
        onValueChange={answer}
        options={options}
      />
      {doubt ? <p className="cap mt-1">{doubtWords[doubt]}</p> : null}
      {isSearching ? <DirectorySearch onChoose={onChoose} chosen={choice === "nobody" ? undefined : choice} /> : null}
    </div>
  );
}

type Answered = { choice: LineChoice | undefined; isSearching: boolean; isCandidate: (id: string) => boolean };

function answerOf({ choice, isSearching, isCandidate }: Answered): string {
  if (choice === "nobody") return NOBODY;
  if (choice && isCandidate(choice.id)) return choice.id;
  return isSearching || choice ? OTHER : "";
}

/** What was certain and left out can be taken after all. */
function TakeAgain({ line, onChoose }: LineQuestionProps) {
  const institution = line.candidates[0]?.institution;
  if (line.state !== "left_out" || !institution) return null;
  return (
    <button type="button" className="link small" aria-label={`Yine de al: ${institution.name}`} onClick={() => onChoose(institution)}>
      Yine de al
    </button>
  );
}

function DirectorySearch({
  chosen,
  onChoose,
}: {
  chosen: { id: string; name: string } | undefined;
  onChoose: (choice: LineChoice) => void;
}) {
  const [text, setText] = useState(chosen?.name ?? "");
  const q = useSettled(text.slice(0, 100), 200).trim();
  const query = useInfiniteQuery(institutionQueries.list(q ? { q } : {}));
  const found = query.data?.pages[0]?.institutions ?? [];
  return (
    // Room for the list, which the region would otherwise cut.
    <div className="mt-2 min-h-72">
      <Field label="Dizinde ara">
        <Combobox
          listLabel="Kurumlar"
          placeholder="Kurumun adını yazın"
          text={text}
          value={chosen?.id ?? ""}
          onText={setText}
          onChoose={({ value, label }) => {
            const institution = found.find(({ id }) => id === value);
            setText(label);
            if (institution) onChoose(institution);
          }}
          options={found.map(({ id, name, district }) => ({ value: id, label: name, ...(district && { hint: district }) }))}
          note={noteOf(query, found.length)}
        />
      </Field>
    </div>
  );
}

function noteOf(query: { isPending: boolean; isError: boolean; hasNextPage: boolean }, count: number): string | undefined {
  if (query.isPending) return "Dizin okunuyor";
  if (query.isError) return "Dizin okunamadı. Birazdan yeniden deneyin.";
  if (count === 0) return "Bu adla kurum bulunamadı. Önce dizine eklenmesi gerekir.";
  return query.hasNextPage ? `İlk ${formatNumber(count)} kurum gösteriliyor; aramayı daraltın.` : undefined;
}
