import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { Glyph, type GlyphName } from "@/components/ui/glyph.tsx";
import { type Tone, toneText } from "@/components/ui/tone.ts";

export type StateWordProps = { tone: Tone; glyph: GlyphName; children: ReactNode; className?: string };

/** A state in a table or a sentence: glyph and word, no ground, so that rows stay quiet. */
export function StateWord({ tone, glyph, children, className }: StateWordProps) {
  return (
    <span className={classNames("st", toneText[tone], className)}>
      <Glyph name={glyph} />
      <span>{children}</span>
    </span>
  );
}
