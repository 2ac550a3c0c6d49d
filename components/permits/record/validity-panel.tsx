import { BadgeCheck } from "lucide-react";
import Link from "next/link";
import { permitStateOf, validityReason } from "@/components/permits/record/permit-words.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { PermitRecord } from "@/lib/permits/contract.ts";

/** The axis of law: what the record says today. Where the card is and what is to be done are other axes. */
export function ValidityPanel({ record }: { record: PermitRecord }) {
  const { word, tone, glyph } = permitStateOf(record);
  return (
    <Panel flush>
      <div className="grid items-center gap-x-4 gap-y-1 px-[var(--d-panel)] py-3 sm:grid-cols-[7.5rem_1fr_auto]">
        <h2 className="flex items-center gap-2 text-sm font-normal text-ink-2">
          <BadgeCheck size={16} strokeWidth={1.75} aria-hidden="true" />
          Geçerlilik
        </h2>
        <div className="min-w-0">
          <StateWord tone={tone} glyph={glyph} className="text-md font-semibold">
            {word}
          </StateWord>
          <p className="small text-ink-2">{validityReason(record)}</p>
        </div>
        {record.successor ? (
          <Link href={`/permits/${record.successor.id}`} className="link small">
            Yeni izin {record.successor.number}
          </Link>
        ) : null}
      </div>
    </Panel>
  );
}
