"use client";
import { Check, ChevronsUpDown } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type Ref, useId, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { useFieldControl } from "@/components/ui/field.tsx";

export type ComboboxOption = { value: string; label: string; hint?: string };

export type ComboboxProps = {
  /** What is typed. */
  text: string;
  onText: (text: string) => void;
  /** The chosen one, or "". */
  value: string;
  onChoose: (option: ComboboxOption) => void;
  options: readonly ComboboxOption[];
  /** Below the options, and alone where there are none: "Aranıyor", "Bulunamadı". */
  note?: ReactNode;
  listLabel: string;
  placeholder?: string;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
};

/** Type to find, arrows to move, Enter to choose (WAI-ARIA combobox with a list); what is typed stays until one is chosen. */
export function Combobox({ text, onText, value, onChoose, options, note, listLabel, placeholder, onBlur, ref }: ComboboxProps) {
  const field = useFieldControl();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(active, options.length - 1);

  function move(to: number) {
    setOpen(true);
    const next = Math.max(0, Math.min(options.length - 1, to));
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  }
  function choose(option: ComboboxOption | undefined) {
    if (!option) return;
    onChoose(option);
    setOpen(false);
  }
  function press(event: KeyboardEvent) {
    if (event.key === "ArrowDown") move(isOpen ? current + 1 : 0);
    else if (event.key === "ArrowUp") move(current - 1);
    else if (event.key === "Enter" && isOpen && options.length > 0) choose(options[current]);
    else if (event.key === "Escape" && isOpen) setOpen(false);
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative">
      <input
        {...field}
        ref={ref}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && current >= 0 ? `${listId}-${current}` : undefined}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onBlur={() => {
          setOpen(false);
          onBlur?.();
        }}
        className="field pr-9"
      />
      <ChevronsUpDown
        size={16}
        strokeWidth={1.75}
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-3"
      />
      <div hidden={!isOpen} className="float absolute inset-x-0 top-full z-20 mt-1 p-1">
        <div ref={list} id={listId} role="listbox" aria-label={listLabel} className="max-h-64 overflow-y-auto">
          {options.map((option, index) => (
            <Option
              key={option.value}
              id={`${listId}-${index}`}
              option={option}
              chosen={option.value === value}
              active={index === current}
              onChoose={() => choose(option)}
            />
          ))}
        </div>
        {note ? (
          <div role="status" className="cap px-2 py-1.5">
            {note}
          </div>
        ) : null}
      </div>
    </div>
  );
}

type OptionProps = { id: string; option: ComboboxOption; chosen: boolean; active: boolean; onChoose: () => void };

function Option({ id, option, chosen, active, onChoose }: OptionProps) {
  return (
    // The keyboard acts on the input, which names the active option.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onKeyDown={undefined}
      className={classNames("menu-item justify-between gap-3", active && "bg-hover")}
    >
      <span className="min-w-0">
        {option.label}
        {option.hint ? <span className="cap block">{option.hint}</span> : null}
      </span>
      {chosen ? <Check size={14} strokeWidth={2} aria-hidden="true" className="text-accent" /> : null}
    </div>
  );
}
