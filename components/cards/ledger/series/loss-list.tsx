import Link from "next/link";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import type { Loss } from "@/lib/cards/ledger-rows.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const words: Record<Loss["account"], string> = {
  spoiled_held: "Bozuk, elde",
  destroyed: "İmha edilen",
  missing: "Kayıp",
  written_off: "Kayıttan düşülen",
};

type LossListProps = { losses: readonly Loss[]; series: string; className?: string };

/** Paper that became no card, in lira at the tariff of each event's day (L9). */
export function LossList({ losses, series, className = "" }: LossListProps) {
  return (
    <dl className={`grid grid-cols-2 gap-x-4 gap-y-3 pt-3 sm:grid-cols-4 ${className}`}>
      {losses.map(({ account, count, value }) => (
        <div key={account}>
          <dt className="cap">{words[account]}</dt>
          <dd>
            <Link href={ledgerHrefs.movements({ series, account })} className="num text-md font-semibold hover:underline">
              {moneyText(value)}
            </Link>
            <span className="cap num block">{formatNumber(count)} belge</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
