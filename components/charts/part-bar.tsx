import { backgroundOf, type Fill } from "@/components/charts/fill.ts";

export type Part = Fill & { label: string; value: number };

/** Parts of a whole as one bar; the equation above it says the same in figures. */
export function PartBar({ parts }: { parts: readonly Part[] }) {
  return (
    <div aria-hidden="true" className="flex h-3 w-full gap-px overflow-hidden rounded-xs print:[print-color-adjust:exact]">
      {parts
        .filter(({ value }) => value > 0)
        .map(({ label, value, ...fill }) => (
          <span
            key={label}
            className="h-full transition-[flex-grow] duration-(--duration-data)"
            style={{ background: backgroundOf(fill), flexGrow: value, flexBasis: 2 }}
          />
        ))}
    </div>
  );
}
