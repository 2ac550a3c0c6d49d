import type { InstitutionRow, RecipientRole } from "@/lib/institutions/contract.ts";
import type { MatchDoubt, MatchedLine } from "@/lib/institutions/intake-contract.ts";

/** What a person says of a line: this institution, or nobody. */
export type LineChoice = InstitutionRow | "nobody";

/** A line of the page with what is known and what was chosen. */
export type IntakeLine = MatchedLine & {
  place: number;
  candidates: readonly { institution: InstitutionRow; confidence: number }[];
  choice: LineChoice | undefined;
  chosenRole: RecipientRole;
  /** Certain, already a recipient, named above, chosen by a person, or still open. */
  state: "certain" | "listed" | "repeated" | "chosen" | "left_out" | "open";
};

export type Intake = {
  lines: readonly MatchedLine[];
  institutions: readonly InstitutionRow[];
  choices: ReadonlyMap<number, LineChoice>;
  roles: ReadonlyMap<number, RecipientRole>;
};

export function intakeLines({ lines, institutions, choices, roles }: Intake, listed: ReadonlySet<string>): IntakeLine[] {
  const known = new Map(institutions.map((institution) => [institution.id, institution]));
  const taken = new Set<string>(listed);
  return lines.map((line, place) => {
    const candidates = line.choices.flatMap(({ institutionId, confidence }) => {
      const institution = known.get(institutionId);
      return institution ? [{ institution, confidence }] : [];
    });
    const said = choices.get(place);
    const choice = said ?? (line.grade === "certain" ? candidates[0]?.institution : undefined);
    const state = stateOf({ line, said, choice, taken, listed });
    if (choice && choice !== "nobody") taken.add(choice.id);
    return { ...line, place, candidates, choice, state, chosenRole: roles.get(place) ?? line.role ?? "action" };
  });
}

type Stated = {
  line: MatchedLine;
  said: LineChoice | undefined;
  choice: LineChoice | undefined;
  taken: ReadonlySet<string>;
  listed: ReadonlySet<string>;
};

function stateOf({ said, choice, taken, listed }: Stated): IntakeLine["state"] {
  if (choice === undefined) return "open";
  if (choice === "nobody") return "left_out";
  if (listed.has(choice.id)) return "listed";
  if (taken.has(choice.id)) return "repeated";
  return said === undefined ? "certain" : "chosen";
}

/** In the page's order, each institution once. */
export const chosenRows = (lines: readonly IntakeLine[]): { institution: InstitutionRow; role: RecipientRole }[] =>
  lines.flatMap(({ state, choice, chosenRole }) =>
    (state === "certain" || state === "chosen") && choice && choice !== "nobody" ? [{ institution: choice, role: chosenRole }] : [],
  );

export const openCount = (lines: readonly IntakeLine[]): number => lines.filter(({ state }) => state === "open").length;

export const doubtWords: Record<MatchDoubt, string> = {
  several: "Birden çok kuruma uyuyor.",
  province_missing: "Satırda ilin adı yok.",
  other_province: "Satırda başka bir ilin adı geçiyor.",
  letters: "Harfler tam uymuyor.",
};
