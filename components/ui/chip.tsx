"use client";
import { Plus, X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type ChipProps = Omit<ComponentProps<"button">, "children"> & { on: boolean; count?: number; children: ReactNode };

/** A filter that is on or off; the count says what it would show. */
export function Chip({ on, count, className, children, ...rest }: ChipProps) {
  return (
    <button type="button" {...rest} aria-pressed={on} className={classNames("chip", className)}>
      {children}
      {count === undefined ? null : <span className={classNames("num", !on && "text-ink-3")}>{formatNumber(count)}</span>}
    </button>
  );
}

export type FilterChipProps = { name: string; value: string; onRemove: () => void };

/** A filter in force, "İl Aksaray ×": pressing takes it away. */
export function FilterChip({ name, value, onRemove }: FilterChipProps) {
  return (
    <button type="button" className="chip" onClick={onRemove}>
      <span className="text-ink-3">{name}</span>
      <span className="font-medium">{value}</span>
      <span className="sr-only">, filtreyi kaldır</span>
      <X size={12} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}

export function AddChip({ children, className, ...rest }: ComponentProps<"button">) {
  return (
    <button type="button" {...rest} className={classNames("chip chip-add", className)}>
      <Plus size={12} strokeWidth={1.75} aria-hidden="true" />
      {children}
    </button>
  );
}

/** One line of chips; on a phone it scrolls sideways instead of growing tall. */
export function ChipRow({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <fieldset className={classNames("flex min-w-0 gap-2 overflow-x-auto px-0.5 py-0.5 lg:flex-wrap lg:overflow-visible", className)}>
      <legend className="sr-only">{label}</legend>
      {children}
    </fieldset>
  );
}
