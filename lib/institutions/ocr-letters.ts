// What a scanner makes of Turkish letters. Each confusion costs little, every other difference a whole letter: so a bad
// scan stays near its own name and far from any other.
import { foldTr } from "../platform/locale/tr.ts";

/** Costs of one step; `slip` is a thin stroke too many or too few, which scans lose and invent. */
export const stepCosts = { accent: 0.02, confused: 0.2, pair: 0.25, slip: 0.5, wrong: 1 } as const;

const thin = "iıl1|!tj[]{}/";
const confusions = new Map<string, string>(
  Object.entries({
    ı: thin,
    i: thin,
    î: thin,
    l: "iı1|![]",
    ş: "sg5$",
    s: "5$ş",
    ç: "cg¢(",
    c: "ç¢(",
    ğ: "gq9",
    g: "ğq9",
    ö: "o06d",
    o: "ö0",
    ü: "uv",
    z: "2",
    b: "6",
  }),
);

/** One letter read as two: "Müdürlüğü" → "Miidiirliigii", "Yardımlaşma" → "Yardimlagsma". */
const opened = new Map<string, ReadonlySet<string>>(
  Object.entries({
    ü: new Set(["ii", "il", "li", "ıı", "iı", "ıi", "ti", "it", "fi", "{i", "lı", "ıl", "tı", "1i", "i1", "11"]),
    u: new Set(["ii", "ıı", "ıi", "iı"]),
    ş: new Set(["gs", "sg", "s,"]),
    ç: new Set(["¢g", "g¢", "¢c", "c¢", "gc", "cg"]),
    m: new Set(["rn", "nn"]),
    d: new Set(["cl"]),
    h: new Set(["li"]),
    n: new Set(["ri"]),
  }),
);

/** Two letters read as one. */
const closed = new Map<string, string>(Object.entries({ rn: "m", cl: "d", li: "hüu", lı: "hu", il: "üu", ri: "n", ll: "l", ss: "s" }));

export const isThin = (letter: string): boolean => letter !== "" && thin.includes(letter);

/** What it costs that this letter of the name stands in the text as that sign. */
export function readingCost(letter: string, read: string): number {
  if (letter === read) return 0;
  if (foldTr(letter) === foldTr(read)) return stepCosts.accent;
  if (confusions.get(letter)?.includes(read)) return stepCosts.confused;
  // A sign that no name has tells nothing of another name.
  return /[\p{L}\p{N}]/u.test(read) ? stepCosts.wrong : stepCosts.slip;
}

/** The pairs of signs that may stand for this letter. */
export const openedAs = (letter: string): ReadonlySet<string> | undefined => opened.get(letter);

/** The signs that may stand for these two letters. */
export const closedAs = (pair: string): string | undefined => closed.get(pair);

/** What survives any scan: without thin strokes and u, all round hooks alike. For finding candidates, never for deciding. */
export function skeletonOf(text: string): string {
  return foldTr(text)
    .replace(/0/g, "o")
    .replace(/[gcq95¢$]/g, "s")
    .replace(/[^a-z]|[iltjuv]/g, "");
}
