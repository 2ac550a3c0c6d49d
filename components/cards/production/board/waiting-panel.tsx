import Link from "next/link";
import { WithoutCard } from "@/components/cards/production/board/without-card.tsx";
import { cardCount, nextStepOf } from "@/components/cards/production/production-words.ts";
import { Panel } from "@/components/ui/panel.tsx";
import type { ProductionBoard } from "@/lib/cards/production-contract.ts";

type Waiting = { key: string; who: string; what: string; href: string; label: string };

/** Who holds the work up, and where to go and do it. */
export function WaitingPanel({ board }: { board: ProductionBoard }) {
  const items = waitingItems(board);
  return (
    <Panel title="Kim neyi bekletiyor" flush>
      {items.length === 0 ? <p className="small px-[var(--d-panel)] py-3 text-ink-2">Üretimde bekleyen iş yok.</p> : null}
      <ul>
        <WithoutCard />
        {items.map(({ key, who, what, href, label }) => (
          <li key={key} className="small border-b border-line px-[var(--d-panel)] py-2.5 last:border-b-0">
            <div className="flex items-baseline justify-between gap-3">
              <strong className="font-semibold">{who}</strong>
              <Link className="link code shrink-0" href={href}>
                {label}
              </Link>
            </div>
            <p className="text-ink-2">{what}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function waitingItems({ batches, manifests, packedCount, queue }: ProductionBoard): Waiting[] {
  const ofBatches = batches.flatMap((batch): Waiting[] => {
    const step = nextStepOf(batch);
    return step ? [{ key: batch.id, ...step, href: `/cards/production/${batch.id}`, label: batch.number }] : [];
  });
  const ofManifests = manifests.flatMap(({ id, number, state, total }): Waiting[] => {
    const at = { key: id, href: `/cards/manifests/${id}`, label: number };
    if (state === "drawn_up") return [{ ...at, who: "Üretim", what: `${cardCount(total)} PTT’ye teslim edilecek` }];
    if (state === "handed_over") return [{ ...at, who: "PTT", what: `${cardCount(total)} için sayım bekleniyor` }];
    return state === "disputed" ? [{ ...at, who: "Üretim", what: "PTT’nin sayısı tutmuyor; fark açıklanacak" }] : [];
  });
  const checked = queue.filter(({ work }) => work === "qc_pass").reduce((sum, { count }) => sum + count, 0);
  const packing = { key: "packing", who: "Üretim", href: "/cards/production/packing", label: "Paketleme" };
  return [
    ...ofBatches,
    ...ofManifests,
    ...(checked > 0 ? [{ ...packing, what: `${cardCount(checked)} zarfa konup barkodlanacak` }] : []),
    ...(packedCount > 0
      ? [{ ...packing, key: "packed", what: `${cardCount(packedCount)} paketli, teslim listesi bekliyor ya da listede` }]
      : []),
  ];
}
