"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMay } from "@/components/access/use-may.ts";
import { listHrefOf } from "@/components/permits/permit-filter.ts";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { CardKind } from "@/lib/cards/contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const wanted = { state: ["in_force" as const], card: ["none" as const], kind: [...CardKind.options] };

/** Permits in force without a valid card (X1), for whoever may ask for theirs; asked beside the board, which never waits for it. */
export function WithoutCard() {
  const may = useMay();
  const isAsked = may("card:request") && may("permit:read");
  const { data } = useQuery({ ...permitQueries.count(wanted), enabled: isAsked });
  if (!isAsked || !data || data.total === 0) return null;
  return (
    <li className="small border-b border-line px-[var(--d-panel)] py-2.5 last:border-b-0">
      <div className="flex items-baseline justify-between gap-3">
        <strong className="font-semibold">İller</strong>
        <Link className="link shrink-0" href={listHrefOf(wanted)}>
          Kart iste
        </Link>
      </div>
      <p className="text-ink-2">Yürürlükteki {formatNumber(data.total)} iznin geçerli kartı yok; listeden seçip topluca istenir.</p>
    </li>
  );
}
