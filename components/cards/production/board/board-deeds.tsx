"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { CountDeed } from "@/components/cards/production/count-deed.tsx";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { drawUpManifest } from "@/lib/cards/manifest-contract.ts";
import { kindsOfSeries } from "@/lib/cards/production.ts";
import { gatherBatch, type ProductionBoard, type ProductionWork, queueCards } from "@/lib/cards/production-contract.ts";

type Chosen = { deed: "queue" | "gather"; series: string; most: number };

/** What moves the board on: requests into the queue, the queue into a batch, packed cards onto a list. */
export function BoardDeeds({ board }: { board: ProductionBoard }) {
  const [chosen, setChosen] = useState<Chosen>();
  const [isDrawing, setDrawing] = useState(false);
  if (board.allowedActions.length === 0) return null;
  const choices = board.stock.flatMap(({ code, blockedReason }): Chosen[] => [
    { deed: "queue", series: code, most: Math.min(5_000, waitingFor(board, code, "requested")) },
    { deed: "gather", series: code, most: blockedReason === null ? Math.min(2_000, waitingFor(board, code, "queued")) : 0 },
  ]);
  const offered = choices.filter(({ most }) => most > 0);
  const close = () => setChosen(undefined);
  return (
    <>
      <Button onClick={() => setDrawing(true)} off={board.packedCount === 0 && "Paketli kart yok."} showReason={false}>
        Teslim listesi çıkar
      </Button>
      <Menu label="Sıra ve parti" trigger={<Button tone="primary">Sıra ve parti</Button>}>
        {offered.map((choice) => (
          <MenuItem key={`${choice.deed} ${choice.series}`} onSelect={() => setChosen(choice)}>
            {choice.series}:{" "}
            {choice.deed === "queue" ? `${cardCount(choice.most)} sıraya alınabilir` : `${cardCount(choice.most)} partiye toplanabilir`}
          </MenuItem>
        ))}
        {offered.length === 0 ? <MenuItem onSelect={close}>Sırada bekleyen iş yok</MenuItem> : null}
      </Menu>
      {chosen?.deed === "queue" ? <QueueDeed {...chosen} onClose={close} /> : null}
      {chosen?.deed === "gather" ? <GatherDeed {...chosen} onClose={close} /> : null}
      {isDrawing ? <DrawUpDeed most={Math.min(2_000, board.packedCount)} onClose={() => setDrawing(false)} /> : null}
    </>
  );
}

const waitingFor = ({ queue }: ProductionBoard, series: string, work: ProductionWork): number =>
  queue.filter((row) => row.work === work && kindsOfSeries(series).includes(row.kind)).reduce((sum, { count }) => sum + count, 0);

type DeedProps = { series: string; most: number; onClose: () => void };

function QueueDeed({ series, most, onClose }: DeedProps) {
  const queue = useCardDeed(queueCards);
  const done = ({ queued }: { queued: number }) => {
    toastDone(`${cardCount(queued)} sıraya alındı.`);
    onClose();
  };
  return (
    <CountDeed
      title={`${series}: istekleri sıraya al`}
      consequence="Sıradaki kartlar sonraki partiye girer. İzni bu arada sona ermiş istekler kapatılır."
      label="Kaç istek"
      most={most}
      deed={(count) => `${cardCount(count)}ı sıraya al`}
      doing="Alınıyor"
      isPending={queue.isPending}
      refusal={refusalsOf(queue.error, []).general}
      onSubmit={(count) => queue.mutate({ series, count }, { onSuccess: done })}
      onClose={onClose}
    />
  );
}

function GatherDeed({ series, most, onClose }: DeedProps) {
  const router = useRouter();
  const gather = useCardDeed(gatherBatch);
  return (
    <CountDeed
      title={`${series}: parti topla`}
      consequence="Sıranın en eskileri bir partide toplanır. Seri numaraları sonra iki kişinin onayıyla kasadan ayrılır."
      label="Kaç kart"
      most={most}
      deed={(count) => `${cardCount(count)}ı partiye topla`}
      doing="Toplanıyor"
      isPending={gather.isPending}
      refusal={refusalsOf(gather.error, []).general}
      onSubmit={(count) => gather.mutate({ series, count }, { onSuccess: ({ id }) => router.push(`/cards/production/${id}`) })}
      onClose={onClose}
    />
  );
}

function DrawUpDeed({ most, onClose }: Omit<DeedProps, "series">) {
  const router = useRouter();
  const drawUp = useCardDeed(drawUpManifest);
  return (
    <CountDeed
      title="PTT teslim listesi çıkar"
      consequence="Paketli kartların en eskileri listeye girer. Kartlar, liste PTT’ye teslim edilince geçerli olur."
      label="Kaç kart"
      most={most}
      deed={(count) => `${cardCount(count)}lık liste çıkar`}
      doing="Çıkarılıyor"
      isPending={drawUp.isPending}
      refusal={refusalsOf(drawUp.error, []).general}
      onSubmit={(count) => drawUp.mutate({ count }, { onSuccess: ({ id }) => router.push(`/cards/manifests/${id}`) })}
      onClose={onClose}
    />
  );
}
