import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { Glyph, type GlyphName } from "@/components/ui/glyph.tsx";
import { type Tone, toneBox } from "@/components/ui/tone.ts";

export type TagProps = { tone: Tone | "accent"; glyph?: GlyphName; children: ReactNode; className?: string };

/** A state in a heading or on a card; in tables use StateWord. */
export function Tag({ tone, glyph, children, className }: TagProps) {
  return (
    <span className={classNames("tag", toneBox[tone], className)}>
      {glyph ? <Glyph name={glyph} size={10} /> : null}
      {children}
    </span>
  );
}
