"use client";
import { openExceptions } from "@/components/cards/record/card-axes.tsx";
import { ageWords } from "@/components/cards/record/stage-age.ts";
import { Button } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { CardExceptionRow, CardRecord, ExceptionAction } from "@/lib/cards/card-contract.ts";
import { exceptionWords } from "@/lib/cards/exceptions.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

export const exceptionActionWords: Record<ExceptionAction, string> = {
  take: "Üstlen",
  plan_collection: "Elden alınacak",
  close: "Sonucu yaz",
};

export type ExceptionsPanelProps = {
  card: CardRecord;
  asOf: string;
  onException: (exception: CardExceptionRow, action: ExceptionAction) => void;
};

/** Everything about the card that somebody had or has to deal with; what is settled says how. */
export function ExceptionsPanel({ card, asOf, onException }: ExceptionsPanelProps) {
  const open = openExceptions(card);
  const closed = card.exceptions.filter(({ closedAt }) => closedAt !== null);
  if (open.length + closed.length === 0) return null;
  return (
    <Panel title="İstisnalar" aside={open.length > 0 ? `${open.length} açık` : "hepsi kapandı"} flush>
      <ul className="small divide-y divide-line">
        {[...open, ...closed].map((one) => (
          <li key={one.id} className="grid items-center gap-x-4 gap-y-1 px-[var(--d-panel)] py-2.5 sm:grid-cols-[1fr_auto]">
            <div className="min-w-0">
              <Kind one={one} />
              <p className="text-ink-2">{one.detail}</p>
              <p className="cap num">{one.closedAt ? settledWords(one) : openWords(one, asOf)}</p>
            </div>
            <div className="flex flex-wrap gap-2">
              {one.allowedActions.map((action) => (
                <Button key={action} size="sm" onClick={() => onException(one, action)}>
                  {exceptionActionWords[action]}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const overdue = { tone: "red", glyph: "alert" } as const;
const waiting = { tone: "amber", glyph: "waiting" } as const;
const settled = { tone: "grey", glyph: "ended" } as const;

function Kind({ one }: { one: CardExceptionRow }) {
  const shape = one.isOverdue ? overdue : waiting;
  return (
    <StateWord {...(one.closedAt ? settled : shape)} className="font-medium">
      {exceptionWords[one.kind]}
    </StateWord>
  );
}

const openWords = (one: CardExceptionRow, asOf: string): string =>
  `${one.owner?.name ?? "Sahipsiz"} · ${ageWords(one.openedAt, asOf)} · ${formatDate(one.dueOn)} gününe kadar`;

const settledWords = (one: CardExceptionRow): string =>
  `${one.closedAt ? formatDate(new Date(one.closedAt)) : ""} · ${one.closedByName ?? ""} · ${one.resolution ?? ""}`;
