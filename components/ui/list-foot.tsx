import { Button } from "@/components/ui/button.tsx";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type ListFootProps = {
  shownCount: number;
  /** Null while it is still being counted: the page never waits for its count. */
  total: number | null;
  /** "yazı" */
  noun: string;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
};

/** How many there are, how many of them are shown, and the next page. */
export function ListFoot({ shownCount, total, noun, hasMore, loadingMore, onMore }: ListFootProps) {
  const known = total ?? (hasMore ? null : shownCount);
  return (
    <div className="small num flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-ink-3 lg:px-5">
      <p role="status">
        {known === null ? null : (
          <>
            <strong className="font-semibold text-ink">{formatNumber(known)}</strong> {noun}, tam sayı
          </>
        )}
        {hasMore ? `${known === null ? "" : " · "}ilk ${formatNumber(shownCount)} gösteriliyor` : ""}
      </p>
      {hasMore ? (
        <Button size="sm" busy={loadingMore ? "Okunuyor" : false} onClick={onMore}>
          Sonrakileri göster
        </Button>
      ) : null}
      <p aria-hidden="true" className="ml-auto hidden items-center gap-1.5 text-xs lg:flex">
        <kbd className="kbd">J</kbd>
        <kbd className="kbd">K</kbd> gez
        <kbd className="kbd ml-1.5">Enter</kbd> aç
      </p>
    </div>
  );
}
