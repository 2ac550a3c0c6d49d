import type { GlyphName } from "@/components/ui/glyph.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { MovementRow } from "@/lib/cards/ledger-rows.ts";
import { accountWords } from "@/lib/cards/ledger-words.ts";

/** "Kasa → Ayrılan" */
export function MovementWay({ movement: { from, to } }: { movement: Pick<MovementRow, "from" | "to"> }) {
  return (
    <>
      {accountWords[from]} <span className="text-ink-off">→</span>
      <span className="sr-only"> sonra</span> {accountWords[to]}
    </>
  );
}

/** A movement is written or it is not; what sets one apart is that it was taken back, or takes another one back (L8). */
export function movementLook({ reversedById, kind, approvedByName }: Pick<MovementRow, "reversedById" | "kind" | "approvedByName">): {
  word: string;
  tone: Tone;
  glyph: GlyphName;
} {
  if (reversedById) return { word: "Geri alındı", tone: "grey", glyph: "ended" };
  if (kind === "reverse") return { word: "Ters kayıt", tone: "grey", glyph: "done" };
  return approvedByName ? { word: "İki kişiyle", tone: "green", glyph: "done" } : { word: "Tamam", tone: "green", glyph: "done" };
}
