import type { GlyphName } from "@/components/ui/glyph.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { UserState } from "@/lib/access/user.ts";

export const userStateLooks: Record<UserState, { word: string; tone: Tone; glyph: GlyphName }> = {
  proposed: { word: "Onay bekliyor", tone: "amber", glyph: "waiting" },
  set_up_due: { word: "Kurulum bekliyor", tone: "blue", glyph: "half" },
  active: { word: "Etkin", tone: "green", glyph: "done" },
  disabled: { word: "Kapalı", tone: "grey", glyph: "ended" },
};

export function UserStateWord({ state }: { state: UserState }) {
  const { word, tone, glyph } = userStateLooks[state];
  return (
    <StateWord tone={tone} glyph={glyph}>
      {word}
    </StateWord>
  );
}
