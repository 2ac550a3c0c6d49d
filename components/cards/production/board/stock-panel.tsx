import Link from "next/link";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { SeriesStock } from "@/lib/cards/production-contract.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** What there is to make cards of. */
export function StockPanel({ stock }: { stock: readonly SeriesStock[] }) {
  return (
    <Panel title="Boş kartlar" flush>
      <ul>
        {stock.map(({ code, kinds, vaultCount, floorCount, blockedReason }) => (
          <li key={code} className="border-b border-line px-[var(--d-panel)] py-3 last:border-b-0">
            <div className="flex items-baseline justify-between gap-3">
              <Link className="link font-semibold" href={`/valued-paper/series/${code}`}>
                Seri {code}
              </Link>
              <span className="num">
                {formatNumber(vaultCount)} <span className="small text-ink-3">kasada</span>
              </span>
            </div>
            <div className="cap flex flex-wrap justify-between gap-x-3">
              <span>{kinds.map((kind) => permitKindWords[kind]).join(", ") || "Hiçbir tür için değil"}</span>
              <span className="num">{formatNumber(floorCount)} partilere ayrılmış</span>
            </div>
            {blockedReason ? (
              <StateWord tone="red" glyph="alert" className="small mt-1">
                Yeni parti toplanamaz: {blockedReason}
              </StateWord>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
