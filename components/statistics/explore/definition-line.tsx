import { type MeasureName, measureOf } from "@/lib/statistics/measures.ts";

/** What the figures of a page are, below them. */
export function DefinitionLine({ measure }: { measure: MeasureName }) {
  const { label, definition, origin, unit } = measureOf(measure);
  return (
    <p className="cap mt-3 max-w-prose">
      <b className="font-semibold text-ink-2">{label}</b> ({unit}): {definition} Kaynak: {origin}.
    </p>
  );
}
