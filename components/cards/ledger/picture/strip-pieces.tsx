import { accountLooks } from "@/components/cards/ledger/picture/account-looks.ts";
import { placeOn, type Stretch, type StripPiece } from "@/components/cards/ledger/picture/strip-scale.ts";
import type { Account } from "@/lib/cards/ledger-rows.ts";

type StripPiecesProps = { whole: Stretch; pieces: readonly StripPiece<Account>[]; height: number };

/** Broad stretches first, what is rare on top of them and never thinner than a line can be seen. */
export function StripPieces({ whole, pieces, height }: StripPiecesProps) {
  const broad = pieces.filter(({ account }) => !accountLooks[account].isTick);
  const rare = pieces.filter(({ account }) => accountLooks[account].isTick);
  return (
    <>
      {broad.map((piece) => (
        <BroadPiece key={`${piece.first}-${piece.last}-${piece.account}`} whole={whole} piece={piece} height={height} />
      ))}
      {rare.map((piece) => (
        <RarePiece key={`${piece.first}-${piece.last}-${piece.account}`} whole={whole} piece={piece} height={height} />
      ))}
    </>
  );
}

type PieceProps = { whole: Stretch; piece: StripPiece<Account>; height: number };

function BroadPiece({ whole, piece, height }: PieceProps) {
  const { left, width } = placeOn(whole, piece);
  const { fill, isOutline } = accountLooks[piece.account];
  if (isOutline) {
    return (
      <rect
        x={`${left}%`}
        y={0.5}
        width={`${width}%`}
        height={height - 1}
        rx={1.5}
        fill="none"
        stroke="var(--color-viz-6)"
        strokeDasharray="3 2"
      />
    );
  }
  return <rect x={`${left}%`} width={`${width}%`} height={height} fill={fill} />;
}

function RarePiece({ whole, piece, height }: PieceProps) {
  const { left, width } = placeOn(whole, piece);
  const isMissing = piece.account === "missing";
  // A stroke in pixels beside the width in parts: the rarest piece is still a line.
  return (
    <rect
      x={`${left}%`}
      y={isMissing ? -2 : 0}
      width={`${width}%`}
      height={isMissing ? height + 4 : height}
      fill={accountLooks[piece.account].fill}
      stroke={accountLooks[piece.account].fill}
      strokeWidth={isMissing ? 2 : 1}
    />
  );
}
