import { backgroundOf, type Fill } from "@/components/charts/fill.ts";

/** A part's fill beside its name. */
export function Swatch(fill: Fill) {
  return (
    <span
      aria-hidden="true"
      className="size-3 shrink-0 self-center rounded-xs print:[print-color-adjust:exact]"
      style={{ background: backgroundOf(fill) }}
    />
  );
}
