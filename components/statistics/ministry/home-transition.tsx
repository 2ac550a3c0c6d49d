import Link from "next/link";
import { partLooks } from "@/components/cards/transition/labels.ts";
import { PartBar } from "@/components/charts/part-bar.tsx";
import { Swatch } from "@/components/charts/swatch.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { TransitionPart } from "@/lib/cards/transition-part.ts";
import { percentText } from "@/lib/platform/locale/percent.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";
import type { MinistryHome } from "@/lib/statistics/home-contract.ts";

type Transition = NonNullable<MinistryHome["transition"]>;

const keys = {
  new: "fresh",
  old_ending: "oldEnding",
  old_open: "oldOpen",
  in_replacement: "inReplacement",
  without_card: "withoutCard",
} as const satisfies Record<TransitionPart, keyof Transition>;

/** How far the new design has come, and when the last old card with an end is gone. */
export function HomeTransition({ transition }: { transition: MinistryHome["transition"] }) {
  return (
    <Panel
      className="print:break-inside-avoid"
      title={transition ? `Yürürlükteki izinlerin ${percentText(transition.fresh, transition.total)} kadarı yeni kartta` : "Tasarım geçişi"}
      aside={
        <Link href="/transition" className="link whitespace-nowrap">
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
  const parts = TransitionPart.options.map((part) => ({ ...partLooks[part], label: partLooks[part].word, value: transition[keys[part]] }));
  return (
    <>
      <PartBar parts={parts} />
      <dl className="mt-3 grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {parts.map(({ label, value, ...look }) => (
          <div key={label} className="flex items-baseline justify-between gap-3">
            <dt className="flex items-baseline gap-1.5 text-ink-2">
              <Swatch {...look} />
              {label}
            </dt>
            <dd className="num font-medium">
              {formatNumber(value)} <span className="text-xs font-normal text-ink-3">{percentText(value, transition.total)}</span>
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
