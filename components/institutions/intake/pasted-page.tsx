"use client";
import { useEffect, useRef } from "react";
import type { IntakeLine } from "@/components/institutions/intake/intake-choices.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";

const grounds: Record<IntakeLine["state"], string> = {
  certain: "bg-green-soft",
  chosen: "bg-green-soft",
  open: "bg-amber-soft",
  listed: "bg-grey-soft",
  repeated: "bg-grey-soft",
  left_out: "bg-grey-soft line-through",
};

/** The text as it was pasted, with the pieces that were read as names; the one in hand is outlined and in sight. */
export function PastedPage({ text, lines, active }: { text: string; lines: readonly IntakeLine[]; active: number | null }) {
  const box = useRef<HTMLElement>(null);
  const shown = active ?? lines[0]?.place ?? null;
  useEffect(() => {
    const mark = shown === null ? null : box.current?.querySelector<HTMLElement>(`[data-line="${shown}"]`);
    if (!mark || !box.current) return;
    box.current.scrollTo({ top: mark.offsetTop - box.current.clientHeight / 2 });
  }, [shown]);
  return (
    <div className="min-w-0">
      <h3 className="h-sec mb-1">Yapıştırılan metin</h3>
      <ScrollRegion
        ref={box}
        label="Yapıştırılan metin"
        className="max-h-[24dvh] overflow-auto rounded-md border border-line bg-sunken p-3 md:max-h-[56dvh]"
      >
        <p className="font-mono text-xs leading-5 break-words whitespace-pre-wrap text-ink-2">
          {piecesOf(text, lines).map(({ piece, line }) =>
            line ? (
              <mark
                key={line.from}
                data-line={line.place}
                className={classNames("rounded-sm text-ink", grounds[line.state], line.place === active && "outline-2 outline-focus")}
              >
                {piece}
              </mark>
            ) : (
              piece
            ),
          )}
        </p>
      </ScrollRegion>
    </div>
  );
}

type Piece = { piece: string; line: IntakeLine | null };

function piecesOf(text: string, lines: readonly IntakeLine[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const line of lines) {
    if (line.from < at) continue;
    pieces.push({ piece: text.slice(at, line.from), line: null }, { piece: text.slice(line.from, line.to), line });
    at = line.to;
  }
  return [...pieces, { piece: text.slice(at), line: null }];
}
