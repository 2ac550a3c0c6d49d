import type { ReactNode } from "react";

/** The shape carries the meaning, so that it survives without colour: ui-notes, "States". */
export type GlyphName = "done" | "half" | "deemed" | "waiting" | "alert" | "ended" | "empty" | "phone";

const ring = <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.3" />;

const shapes: Record<GlyphName, ReactNode> = {
  done: (
    <>
      <circle cx="6" cy="6" r="5.25" fill="currentColor" />
      <path
        d="M3.6 6.2 5.3 7.9 8.6 4.5"
        fill="none"
        stroke="var(--color-surface)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  half: (
    <>
      {ring}
      <path d="M6 3.2a2.8 2.8 0 0 1 0 5.6z" fill="currentColor" />
    </>
  ),
  deemed: <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.4 1.72" />,
  waiting: (
    <>
      {ring}
      <path d="M6 3.5V6l1.6 1.2" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  alert: (
    <>
      <path d="M6 .9 11.4 10.6H.6Z" fill="currentColor" stroke="currentColor" strokeWidth=".8" strokeLinejoin="round" />
      <path d="M6 4.3v2.9" stroke="var(--color-surface)" strokeWidth="1.4" strokeLinecap="round" />
      <circle cx="6" cy="8.9" r=".8" fill="var(--color-surface)" />
    </>
  ),
  ended: (
    <>
      {ring}
      <path d="M3.9 6h4.2" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" />
    </>
  ),
  empty: ring,
  phone: (
    <path
      d="M3.1 1.1 4.7 1l.9 2.4-1.1 1a6 6 0 0 0 3 3l1-1.1L10.9 7.2l.1 1.7c0 1-.8 1.9-1.9 1.9C5 10.8 1.2 7 1.200 2.9c0-1 .9-1.800 1.9-1.800Z"
      fill="currentColor"
    />
  ),
};

export function Glyph({ name, size = 12, className }: { name: GlyphName; size?: number; className?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" className={className}>
      {shapes[name]}
    </svg>
  );
}
