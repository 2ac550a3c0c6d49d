"use client";
import { pageOf, previousOf, rememberStep } from "@/components/permits/list/page-trail.ts";
import { Button } from "@/components/ui/button.tsx";
import { Kbd } from "@/components/ui/code.tsx";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const PAGE_SIZE = 50;

export type PermitListFootProps = {
  shownCount: number;
  /** Undefined while it is still being counted: the page never waits for its count. */
  total: number | undefined;
  after: string | null;
  next: string | null;
  busy: boolean;
  onTurn: (cursor: string | null) => void;
  onHelp: () => void;
  /** False for a list whose rows are only opened. */
  hasPicks?: boolean;
};

export function PermitListFoot({ shownCount, total, after, next, busy, onTurn, onHelp, hasPicks = true }: PermitListFootProps) {
  const page = pageOf(after);
  const first = page === null ? null : (page - 1) * PAGE_SIZE + 1;
  return (
    <div className="small num sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-2 text-ink-3 max-lg:bottom-14 lg:px-5">
      <p role="status">
        {total === undefined ? (
          "Sayılıyor"
        ) : (
          <>
            <strong className="font-semibold text-ink">{formatNumber(total)}</strong> kayıt eşleşti, tam sayı
          </>
        )}
      </p>
      {first === null || shownCount === 0 ? null : (
        <p className="max-sm:hidden">
          {formatNumber(first)}–{formatNumber(first + shownCount - 1)} gösteriliyor
        </p>
      )}
      <KeyHints onHelp={onHelp} hasPicks={hasPicks} />
      <div className="flex gap-2 max-lg:ml-auto">
        <Button
          size="sm"
          off={after === null && "İlk sayfadasınız"}
          showReason={false}
          onClick={() => after !== null && onTurn(previousOf(after))}
        >
          {page === null ? "Başa dön" : "Önceki"}
        </Button>
        <Button
          size="sm"
          off={next === null && "Son sayfadasınız"}
          showReason={false}
          busy={busy ? "Okunuyor" : false}
          onClick={() => {
            if (next === null) return;
            rememberStep(after, next);
            onTurn(next);
          }}
        >
          Sonraki {PAGE_SIZE}
        </Button>
      </div>
    </div>
  );
}

function KeyHints({ onHelp, hasPicks }: { onHelp: () => void; hasPicks: boolean }) {
  return (
    <button type="button" onClick={onHelp} className="ml-auto hidden items-center gap-1.5 text-xs lg:flex">
      <Kbd>J</Kbd>
      <Kbd>K</Kbd> gez
      {hasPicks ? (
        <>
          <span className="ml-1.5" />
          <Kbd>X</Kbd> seç
        </>
      ) : null}
      <span className="ml-1.5" />
      <Kbd>Enter</Kbd> aç
      <span className="ml-1.5" />
      <Kbd>?</Kbd> yardım
    </button>
  );
}
