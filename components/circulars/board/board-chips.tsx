"use client";
import { type BoardShow, boardShows, phoneListOf, showCounts } from "@/components/circulars/board/board-groups.ts";
import { Chip, ChipRow } from "@/components/ui/chip.tsx";
import { CopyButton } from "@/components/ui/code.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const names: Record<BoardShow, string> = {
  all: "Tümü",
  silent: "Kimden haber yok",
  deemed: "Okunmuş sayıldı",
  acknowledged: "Bilgi alındı",
  failed: "Sorunlu",
};

export type BoardChipsProps = { rows: readonly BoardRow[]; shown: readonly BoardRow[]; show: BoardShow; onShow: (show: BoardShow) => void };

export function BoardChips({ rows, shown, show, onShow }: BoardChipsProps) {
  const counts = showCounts(rows);
  const silent = shown.filter((row) => row.silent);
  return (
    <div className="flex items-center justify-between gap-4 border-t border-line px-4 py-2 lg:px-5">
      <ChipRow label="Gösterilen muhataplar" className="min-w-0">
        {boardShows.map((name) => (
          <Chip key={name} on={name === show} count={counts[name]} onClick={() => onShow(name)}>
            {names[name]}
          </Chip>
        ))}
      </ChipRow>
      {silent.length > 0 ? (
        <span className="shrink-0 max-lg:hidden">
          <CopyButton text={phoneListOf(silent)} label={`${formatNumber(silent.length)} telefonu kopyala`} withLabel />
        </span>
      ) : null}
    </div>
  );
}
