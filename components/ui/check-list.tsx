"use client";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { foldTr } from "@/lib/platform/locale/tr.ts";

const SEARCH_FROM = 9;

export type CheckListOption = { value: string; label: string };
export type CheckListProps = {
  label: string;
  options: readonly CheckListOption[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** The most that may be chosen. */
  max: number;
  /** In the order given and without a search field. */
  isSearched?: boolean;
};

/** Several of many: typed letters narrow the list down, what is chosen stands first. */
export function CheckList({ label, options, chosen, onChange, max, isSearched = true }: CheckListProps) {
  const [text, setText] = useState("");
  // Chosen rows lead as they were on opening, so that a row does not run away from the hand that ticks it.
  const [first] = useState(isSearched ? chosen : []);
  const wanted = foldTr(text);
  const found = options.filter((option) => foldTr(`${option.label} ${option.value}`).includes(wanted));
  const ordered = [...found.filter(({ value }) => first.includes(value)), ...found.filter(({ value }) => !first.includes(value))];
  const isFull = chosen.length >= max;
  return (
    <fieldset>
      <legend className="small mb-2 font-medium">{label}</legend>
      {isSearched && options.length >= SEARCH_FROM ? (
        <TextInput
          type="search"
          autoFocus
          aria-label={`${label} içinde ara`}
          placeholder="Ara"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="mb-2"
        />
      ) : null}
      <div className="small -mx-1 max-h-72 space-y-0.5 overflow-y-auto px-1">
        {ordered.map(({ value, label: words }) => (
          <Checkbox
            key={value}
            className="py-1"
            label={words}
            checked={chosen.includes(value)}
            disabled={isFull && !chosen.includes(value)}
            onCheckedChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((each) => each !== value))}
          />
        ))}
        {ordered.length === 0 ? <p className="cap py-1">“{text}” ile başlayan ya da bunu içeren yok.</p> : null}
      </div>
    </fieldset>
  );
}
