"use client";
import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { Kbd } from "@/components/ui/code.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";

export type SearchBoxProps = {
  label: string;
  placeholder: string;
  value: string;
  onSearch: (text: string) => void;
  /** "/" leads to it from anywhere on the page but a field; false for a search inside a dialog. */
  hasKey?: boolean;
};

/** A list's own search. */
export function SearchBox({ label, placeholder, value, onSearch, hasKey = true }: SearchBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!hasKey) return;
    const focus = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable], [role=dialog]")) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, [hasKey]);
  return (
    <div className="relative w-full sm:w-72">
      <Search size={16} strokeWidth={1.75} aria-hidden="true" className="absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" />
      <TextInput
        ref={box}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        maxLength={100}
        value={value}
        onChange={(event) => onSearch(event.target.value)}
        className="pr-8 pl-8"
      />
      <span aria-hidden="true" className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 max-lg:hidden">
        {hasKey && value === "" ? <Kbd>/</Kbd> : null}
      </span>
    </div>
  );
}
