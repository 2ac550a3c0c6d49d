// Acts on valued paper that one person proposes and another approves (domain.md §2, L6; quality.md, Security 6).
import type { Account, StockAct } from "./ledger-rows.ts";

/** Where the serials of an act lie and where they go; `find` says where to itself. */
export const placesOf = {
  allot: { from: "nvi_vault", to: "nvi_floor" },
  give_back: { from: "nvi_floor", to: "nvi_vault" },
  destroy: { from: null, to: "destroyed" },
  lose: { from: null, to: "missing" },
  find: { from: "missing", to: null },
  write_off: { from: "missing", to: "written_off" },
} as const satisfies Record<StockAct, { from: Account | null; to: Account | null }>;

type Second = { proposerRole: string; role: string; movesStock: boolean };

/** Why this person may not be the second one; null where they may. */
export function hindranceOf(act: StockAct, { proposerRole, role, movesStock }: Second): string | null {
  if (act === "destroy" && proposerRole === role) return "İmhayı, önerenden farklı görevde ikinci bir kişi onaylar.";
  if (act === "write_off" && movesStock) return "Stok hareketi yazabilen kişi kayıttan düşmeyi onaylayamaz.";
  return null;
}

/** What leaves the books for good leaves a signed paper behind: nobody approves it without its scan. */
export const needsScan = (act: StockAct): boolean => act === "destroy" || act === "write_off";
