"use client";
import { Bell } from "lucide-react";
import type { ReactNode } from "react";
import { type BoardShow, phoneListOf } from "@/components/circulars/board/board-groups.ts";
import type { RecipientBoard } from "@/components/circulars/board/recipient-queries.ts";
import { ReplacedBanner } from "@/components/circulars/record/replacement-banners.tsx";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/code.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** The group's one deed; while nobody can be reminded yet it says why instead. */
export function RemindButton({ count, size, onClick }: { count: number; size: "sm" | "md"; onClick: () => void }) {
  if (count === 0) return <span className="small text-ink-3">Hatırlatma, yazının gönderildiği kurumlara yapılır</span>;
  return (
    <Button tone="primary" size={size} icon={<Bell size={14} strokeWidth={1.75} aria-hidden="true" />} onClick={onClick}>
      {formatNumber(count)} kuruma hatırlat
    </Button>
  );
}

/** How the distribution ended, or what is about to end it. */
export function CompletionBanner({ board: { circular, counts } }: { board: RecipientBoard }) {
  if (circular.replacedBy) return <ReplacedBanner replacedBy={circular.replacedBy} />;
  if (circular.state !== "completed") return null;
  const waived = counts.waived > 0 ? ` ${formatNumber(counts.waived)} muhataptan gerekçeyle vazgeçildi.` : "";
  return (
    <Banner tone="green" live title="Dağıtım tamamlandı.">
      {formatNumber(counts.total)} muhatabın hiçbirinden yanıt beklenmiyor.{waived} Bağlantılar 30 gün daha açılır.
    </Banner>
  );
}

const emptyTitles: Record<BoardShow, string> = {
  all: "Muhatap yok",
  silent: "Haber beklenen muhatap yok",
  deemed: "Okunmuş sayılan muhatap yok",
  acknowledged: "Henüz bilgi alındı beyanı yok",
  failed: "Sorunlu gönderim yok",
};

const emptyNotes: Record<BoardShow, string> = {
  all: "Muhataplar dağıtımla birlikte burada görünür.",
  silent: "Muhatapların tümü yanıt verdi ya da gerekçeyle vazgeçildi.",
  deemed: "KEP’le ulaşan yazı 24 saat içinde açılmazsa burada görünür.",
  acknowledged: "Muhatap, yazıdaki bağlantıdan “Yazıyı aldık” dediğinde burada görünür. Tablo kendiliğinden yenilenir.",
  failed: "Ulaşmayan ya da kararınızı bekleyen gönderimler burada görünür. Tablo kendiliğinden yenilenir.",
};

type EmptyShowProps = { show: BoardShow; isReplaced: boolean; onShowAll: () => void };

export function EmptyShow({ show, isReplaced, onShowAll }: EmptyShowProps) {
  return (
    <EmptyState
      title={emptyTitles[show]}
      action={
        show === "all" ? undefined : (
          <button type="button" className="link" onClick={onShowAll}>
            Tüm muhatapları göster
          </button>
        )
      }
    >
      {show === "silent" && isReplaced ? "Yazı artık yürürlükte değil; kimseden haber beklenmiyor." : emptyNotes[show]}
    </EmptyState>
  );
}

/** On a phone what one came to do is pinned to the foot. */
export function PhoneActs({ shown, remind }: { shown: readonly BoardRow[]; remind: ReactNode }) {
  const silent = shown.filter((row) => row.silent);
  if (silent.length === 0) return null;
  return (
    <div className="contents lg:hidden">
      <ActBar>
        {remind}
        <CopyButton text={phoneListOf(silent)} label="Telefon listesi" withLabel />
      </ActBar>
    </div>
  );
}
