export type Part = { label: string; value: number; color: string };

/** Parts of a whole as one bar; the equation above it says the same in figures. */
export function PartBar({ parts }: { parts: readonly Part[] }) {
  return (
    <div aria-hidden="true" className="flex h-3 w-full gap-px overflow-hidden rounded-xs">
      {parts
        .filter(({ value }) => value > 0)
        .map(({ label, value, color }) => (
          <span
            key={label}
            className="h-full transition-[flex-grow] duration-(--duration-data)"
            style={{ background: color, flexGrow: value, flexBasis: 2 }}
          />
        ))}
    </div>
  );
}
