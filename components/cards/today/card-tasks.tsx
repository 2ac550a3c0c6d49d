"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMay } from "@/components/access/use-may.ts";
import { cardQueries } from "@/components/cards/card-queries.ts";
import { ageWords } from "@/components/cards/record/stage-age.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { exceptionWords, nextStepOf, returnCauseWords } from "@/lib/cards/exceptions.ts";
import type { QueuedException } from "@/lib/cards/exceptions-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Returned cards and other exceptions on the home page; nothing where the reader has none to deal with. */
export function CardTasks() {
  const may = useMay()("card_exception:resolve");
  const { data } = useQuery({ ...cardQueries.summary(), enabled: may });
  if (!data || data.total === 0) return null;
  return (
    <Panel
      title={
        <>
          Kartlar <span className="num font-normal text-ink-3">{formatNumber(data.total)} istisna</span>
        </>
      }
      aside={
        <Link href="/cards/exceptions" className="link">
          Hepsi
        </Link>
      }
      flush
    >
      <p className="px-[var(--d-panel)] py-2 text-ink-2">{summaryWords(data)}</p>
      <ul className="divide-y divide-line border-t border-line">
        {data.first.map((one) => (
          <Task key={one.id} one={one} asOf={data.asOf} />
        ))}
      </ul>
    </Panel>
  );
}

function summaryWords({ returned, overdue }: { returned: number; overdue: number }): string {
  const words = [
    returned > 0 ? `${formatNumber(returned)} kart iade geldi` : "",
    overdue > 0 ? `${formatNumber(overdue)} işin süresi geçti` : "hiçbirinin süresi geçmedi",
  ];
  return `${words.filter(Boolean).join("; ")}.`;
}

function Task({ one, asOf }: { one: QueuedException; asOf: string }) {
  const what = one.cause
    ? `${exceptionWords[one.kind]}: ${returnCauseWords[one.cause].toLocaleLowerCase("tr-TR")}`
    : exceptionWords[one.kind];
  return (
    <li>
      <Link href={`/cards/${one.card.id}`} prefetch={false} className="flex gap-3 px-[var(--d-panel)] py-2.5 hover:bg-hover">
        <Glyph name={one.isOverdue ? "alert" : "waiting"} size={13} className={one.isOverdue ? "mt-1 text-red" : "mt-1 text-amber"} />
        <span className="min-w-0 flex-1">
          <span className="block font-medium">
            {one.card.name} · {what}
          </span>
          <span className="block text-ink-2">{nextStepOf(one.kind, one.cause)}</span>
        </span>
        <span className="cap num">{ageWords(one.openedAt, asOf)}</span>
      </Link>
    </li>
  );
}
