import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { Glyph, type GlyphName } from "@/components/ui/glyph.tsx";
import { type Tone, toneBox, toneText } from "@/components/ui/tone.ts";

const glyphs: Record<Tone, GlyphName> = { red: "alert", amber: "waiting", green: "done", blue: "half", grey: "ended" };

export type BannerProps = {
  tone: Tone;
  glyph?: GlyphName;
  /** The effect, in one sentence. */
  title: ReactNode;
  /** Since when, what happens, what to do. */
  children?: ReactNode;
  action?: ReactNode;
  /** Square and edge to edge, inside a panel. */
  flush?: boolean;
  /** Set when it appears while the page is in use: it is then read out. */
  live?: boolean;
  className?: string;
};

export function Banner({ tone, glyph, title, children, action, flush, live, className }: BannerProps) {
  return (
    <div
      role={live ? "status" : undefined}
      className={classNames("small flex items-start gap-3 border px-4 py-3", flush ? "border-x-0" : "rounded-lg", toneBox[tone], className)}
    >
      <Glyph name={glyph ?? glyphs[tone]} size={14} className="mt-[0.1875rem]" />
      <div className="min-w-0 flex-1 text-ink-2">
        <strong className={classNames("font-semibold", toneText[tone])}>{title}</strong> {children}
      </div>
      {action}
    </div>
  );
}
