"use client";
import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { Popover } from "@/components/ui/popover.tsx";

export type EditableChipProps = {
  label: string;
  /** Null for a filter just taken from the menu: it opens at once and filters nothing yet. */
  words: string | null;
  /** Filters that everything on the page hangs on are said louder than those of one list. */
  tone?: "plain" | "accent";
  onClear: () => void;
  onClosed: () => void;
  /** The editor. */
  children: ReactNode;
};

const looks = {
  plain: { chip: "", label: "text-ink-3", words: "font-medium" },
  accent: { chip: "!border-accent-line !bg-selected font-medium text-accent-ink", label: "font-normal", words: "" },
};

/** A filter in force: its words open the editor, the cross takes it away. */
export function EditableChip({ label, words, tone = "plain", onClear, onClosed, children }: EditableChipProps) {
  const [isOpen, setOpen] = useState(words === null);
  const look = looks[words === null ? "plain" : tone];
  return (
    <span className="inline-flex max-w-full min-w-0">
      <Popover
        label={`${label} filtresi`}
        open={isOpen}
        onOpenChange={(open) => {
          setOpen(open);
          if (!open) onClosed();
        }}
        trigger={
          <button
            type="button"
            className={classNames(
              "chip min-w-0",
              words !== null && "rounded-r-none border-r-0 print:rounded-r-md print:border-r",
              look.chip,
            )}
          >
            <span className={look.label}>{label}</span>
            <span className={classNames("max-w-64 truncate", look.words)}>{words ?? "…"}</span>
            <span className="sr-only">, filtreyi değiştir</span>
          </button>
        }
      >
        {children}
      </Popover>
      {words === null ? null : (
        <button
          type="button"
          data-chrome=""
          aria-label={`${label} filtresini kaldır`}
          title="Filtreyi kaldır"
          className={classNames("chip rounded-l-none border-l-0 px-1.5", look.chip)}
          onClick={onClear}
        >
          <X size={12} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
