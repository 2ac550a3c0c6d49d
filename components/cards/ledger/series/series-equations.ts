import { equationLabels, termLabels } from "@/components/cards/ledger/labels.ts";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import type { EquationFigures, Term } from "@/components/cards/ledger/picture/equation.tsx";
import { CardWhereabouts } from "@/lib/cards/contract.ts";
import { Account, type Equation } from "@/lib/cards/ledger-rows.ts";

/** The equations of a series as the page writes them out; every number leads to what it counts. */
export function equationsOf(series: string, equations: readonly Equation[]): EquationFigures[] {
  return equations.map(({ name, total, terms, difference }) => ({
    name: equationLabels[name].name,
    whole: {
      count: total,
      word: equationLabels[name].whole,
      href:
        name === "declared" ? ledgerHrefs.movements({ series, kind: "declare" }) : ledgerHrefs.movements({ series, account: "consumed" }),
    },
    parts: terms.filter((term) => isSaid(name, term)).map((term) => termOf(series, name, term)),
    difference,
  }));
}

/** All accounts are written out; of the many places of a card only those where one is. */
const isSaid = (name: Equation["name"], { count }: Equation["terms"][number]): boolean => name !== "cards" || count > 0;

function termOf(series: string, name: Equation["name"], { name: term, count }: Equation["terms"][number]): Term {
  const word = termLabels[term];
  const place = CardWhereabouts.safeParse(term);
  if (name === "cards" && place.success) return { count, word, href: ledgerHrefs.seriesCards(series, [place.data]) };
  const account = Account.safeParse(term);
  if (!account.success) return { count, word, href: ledgerHrefs.seriesCards(series, []) };
  return { count, word, href: ledgerHrefs.movements({ series, account: account.data }), isBad: account.data === "missing" && count > 0 };
}
