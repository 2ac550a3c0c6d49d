"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { BoardChips } from "@/components/circulars/board/board-chips.tsx";
import { BoardFunnel } from "@/components/circulars/board/board-funnel.tsx";
import { canBeReminded, shownRows } from "@/components/circulars/board/board-groups.ts";
import { BoardHead } from "@/components/circulars/board/board-head.tsx";
import { CompletionBanner, EmptyShow, PhoneActs, RemindButton } from "@/components/circulars/board/board-parts.tsx";
import { useBoardView } from "@/components/circulars/board/board-view.ts";
import { KepFilesBanner } from "@/components/circulars/board/kep-files-banner.tsx";
import { type RecipientBoard, recipientQueries } from "@/components/circulars/board/recipient-queries.ts";
import { RecipientTable } from "@/components/circulars/board/recipient-table.tsx";
import { RemindDialog } from "@/components/circulars/board/remind-dialog.tsx";
import { EvidenceDrawer } from "@/components/circulars/evidence/evidence-drawer.tsx";
import { UploadEvidenceDialog } from "@/components/circulars/evidence/upload-evidence-dialog.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { WithDrawer } from "@/components/shell/shell.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { isReplaced } from "@/lib/circulars/circular.ts";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";

/** After dispatch: who has the letter, who has answered, and from whom there is no word. Follows by itself. */
export function RecipientBoardScreen({ circularId }: { circularId: string }) {
  const query = useQuery(recipientQueries.board(circularId));
  const back = `/circulars/${circularId}`;
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col bg-surface">
      <Breadcrumbs
        items={[
          { label: "Dağıtımlı yazılar", href: "/circulars" },
          { label: query.data?.circular.subject ?? "Yazı", href: back },
          { label: "Muhataplar" },
        ]}
      />
      <LoadState
        query={query}
        what="Dağıtım tablosu"
        lines={8}
        back={
          <Link href={back} className="link">
            Yazıya dön
          </Link>
        }
      >
        {(board) => <Board board={board} />}
      </LoadState>
    </DensityScope>
  );
}

function Board({ board }: { board: RecipientBoard }) {
  const [{ show, recipient }, setView] = useBoardView();
  const [reminding, setReminding] = useState(false);
  const [uploading, setUploading] = useState(false);
  const { circular, rows, counts } = board;
  const shown = shownRows(rows, show);
  const mayRemind = board.allowedActions.includes("remind");
  const toRemind = mayRemind ? shown.filter(canBeReminded) : [];
  const open = rows.find((row) => row.id === recipient);
  const openRecipient = (id: string | null) => void setView({ recipient: id });
  const remindButton = (size: "sm" | "md") =>
    mayRemind ? <RemindButton count={toRemind.length} size={size} onClick={() => setReminding(true)} /> : null;
  return (
    <WithDrawer
      drawer={
        open ? (
          <EvidenceDrawer
            circular={circular}
            row={open}
            total={counts.total}
            {...neighbours(shown, open, openRecipient)}
            onClose={() => openRecipient(null)}
          />
        ) : null
      }
    >
      <div className="space-y-4 px-4 pt-4 pb-4 lg:px-5">
        <BoardHead board={board} onUploadEvidence={() => setUploading(true)} />
        <CompletionBanner board={board} />
        <KepFilesBanner board={board} />
        <BoardFunnel board={board} />
      </div>
      <BoardChips rows={rows} shown={shown} show={show} onShow={(next) => void setView({ show: next })} />
      {shown.length > 0 ? (
        <RecipientTable
          rows={rows}
          shown={shown}
          openId={open?.id ?? null}
          onOpen={openRecipient}
          remind={<span className="max-lg:hidden">{remindButton("sm")}</span>}
        />
      ) : (
        <EmptyShow show={show} isReplaced={isReplaced(circular.state)} onShowAll={() => void setView({ show: "all" })} />
      )}
      <PhoneActs shown={shown} remind={remindButton("md")} />
      {reminding ? <RemindDialog circularId={circular.id} recipients={toRemind} onClose={() => setReminding(false)} /> : null}
      {uploading ? <UploadEvidenceDialog circularId={circular.id} onClose={() => setUploading(false)} /> : null}
    </WithDrawer>
  );
}

/** The rows above and below the open one, in the order shown. */
function neighbours(shown: readonly BoardRow[], open: BoardRow, onOpen: (id: string) => void) {
  const index = shown.findIndex((row) => row.id === open.id);
  const previous = index > 0 ? shown[index - 1] : undefined;
  const next = index >= 0 ? shown[index + 1] : undefined;
  return {
    ...(previous && { onPrevious: () => onOpen(previous.id) }),
    ...(next && { onNext: () => onOpen(next.id) }),
  };
}
