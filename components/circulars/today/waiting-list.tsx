"use client";
import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMay } from "@/components/access/use-may.ts";
import { deedOf } from "@/components/circulars/today/waiting-deed.ts";
import { WaitingRow } from "@/components/circulars/today/waiting-row.tsx";
import { Menu, MenuChoice } from "@/components/ui/menu.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import type { TodayItem } from "@/lib/circulars/incoming-contract.ts";
import { formatTime } from "@/lib/platform/locale/tr.ts";

const orders = ["oldest", "newest", "latest_due"] as const;
type Order = (typeof orders)[number];

const orderLabels: Record<Order, string> = { oldest: "En eski önce", newest: "En yeni önce", latest_due: "En çok geciken önce" };

export type WaitingListProps = { items: readonly TodayItem[]; asOf: string; className?: string };

/** "Sizi bekleyenler": everything that waits for the signed-in person, each with its age and its one deed. */
export function WaitingList({ items, asOf, className }: WaitingListProps) {
  const may = useMay();
  const [order, setOrder] = useQueryState("order", parseAsStringLiteral(orders).withDefault("oldest"));
  return (
    <Panel
      title="Sizi bekleyenler"
      flush
      className={className}
      aside={items.length > 1 ? <OrderMenu order={order} onOrder={setOrder} /> : undefined}
    >
      {items.length === 0 ? (
        <NothingWaits asOf={asOf} mayDraft={may("circular:draft")} />
      ) : (
        <ul className="divide-y divide-line">
          {sorted(items, order).map((item, index) => (
            <WaitingRow key={item.id} item={item} asOf={asOf} deed={deedOf(item, may)} first={index === 0} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function sorted(items: readonly TodayItem[], order: Order): TodayItem[] {
  const oldestFirst = items.toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since));
  if (order === "newest") return oldestFirst.toReversed();
  if (order === "latest_due") return oldestFirst.toSorted((a, b) => (b.overdueDays ?? 0) - (a.overdueDays ?? 0));
  return oldestFirst;
}

function OrderMenu({ order, onOrder }: { order: Order; onOrder: (order: Order) => void }) {
  return (
    <Menu
      label="Sıralama"
      trigger={
        <button type="button" className="flex items-center gap-1 text-base text-ink-2 hover:text-ink max-lg:-my-3 max-lg:min-h-11">
          <span className="sr-only">Sıralama: </span>
          {orderLabels[order]}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
        </button>
      }
    >
      <MenuChoice
        label="Sıralama"
        value={order}
        options={orders.map((value) => ({ value, label: orderLabels[value] }))}
        onValueChange={onOrder}
      />
    </Menu>
  );
}

function NothingWaits({ asOf, mayDraft }: { asOf: string; mayDraft: boolean }) {
  return (
    <EmptyState
      title="Bekleyen iş yok"
      action={
        mayDraft ? (
          <Link href="/circulars" className="link">
            Dağıtımlı yazılara git
          </Link>
        ) : undefined
      }
    >
      Gelen yazı, paraf, imza, gönderim ya da süresi geçen cevap olduğunda burada görünür. Son bakış{" "}
      <span className="num">{formatTime(new Date(asOf))}</span>.
    </EmptyState>
  );
}
