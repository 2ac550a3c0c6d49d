import Link from "next/link";
import { PartBar } from "@/components/charts/part-bar.tsx";
import { percentOf } from "@/components/statistics/ministry/home-words.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";
import type { MinistryHome } from "@/lib/statistics/home-contract.ts";

type Transition = NonNullable<MinistryHome["transition"]>;

/** How far the new design has come, and when the last old card with an end is gone. */
export function HomeTransition({ transition }: { transition: MinistryHome["transition"] }) {
  return (
    <Panel
      title={transition ? `Yürürlükteki izinlerin ${percentOf(transition.fresh, transition.total)} kadarı yeni kartta` : "Tasarım geçişi"}
      aside={
        <Link href="/transition" className="link">
          Geçişi aç
        </Link>
      }
    >
      {transition ? (
        <Parts transition={transition} />
      ) : (
        <EmptyState title="Henüz sayılmış gün yok">Gün sonu sayımından sonra burada görünür.</EmptyState>
      )}
    </Panel>
  );
}

function Parts({ transition }: { transition: Transition }) {
  const parts = [
    { label: "Yeni tasarım", value: transition.fresh, color: "var(--color-viz-1)" },
    { label: "Eski, bitişi var", value: transition.oldEnding, color: "var(--color-viz-2)" },
    { label: "Eski, bitişi yok", value: transition.oldOpen, color: "var(--color-viz-5)" },
    { label: "Değişimde", value: transition.inReplacement, color: "var(--color-viz-4)" },
    { label: "Kartı henüz yok", value: transition.withoutCard, color: "var(--color-viz-6)" },
  ];
  return (
    <>
      <PartBar parts={parts} />
      <dl className="mt-3 grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {parts.map(({ label, value, color }) => (
          <div key={label} className="flex items-baseline justify-between gap-3">
            <dt className="flex items-baseline gap-1.5 text-ink-2">
              <span aria-hidden="true" className="size-2.5 shrink-0 self-center rounded-xs" style={{ background: color }} />
              {label}
            </dt>
            <dd className="num font-medium">
              {formatNumber(value)} <span className="text-xs font-normal text-ink-3">{percentOf(value, transition.total)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="cap num mt-2">
        {formatDate(transition.day)} gün sonu, {formatNumber(transition.total)} izin
      </p>
      {transition.dates.length > 0 ? (
        <div className="mt-3 border-t border-line pt-3">
          <p className="text-sm text-ink-2">Bitişi olan eski kartların kullanımdan çıkacağı günler, %90 aralığıyla</p>
          <dl className="mt-1.5 grid gap-y-1">
            {transition.dates.map(({ milestone, on, from, to }) => (
              <div key={milestone} className="num flex flex-wrap items-baseline gap-x-3">
                <dt className="w-12 font-medium">%{milestone}</dt>
                <dd className="font-medium">{formatDate(on)}</dd>
                {from === to ? null : (
                  <dd className="text-xs text-ink-3">
                    {formatDate(from)} – {formatDate(to)}
                  </dd>
                )}
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </>
  );
}
