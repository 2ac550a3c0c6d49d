"use client";
import { FileDown } from "lucide-react";
import { useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { ReasonDeed } from "@/components/cards/production/reason-deed.tsx";
import { DeedDialog, refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { type BatchRecord, cancelBatch, completeBatch, sealBatch } from "@/lib/cards/production-contract.ts";

type Deed = "seal" | "complete" | "cancel";

/** What this person may do with the batch as a whole, as the server says. */
export function BatchDeeds({ batch }: { batch: BatchRecord }) {
  const [deed, setDeed] = useState<Deed>();
  const may = (action: BatchRecord["allowedActions"][number]) => batch.allowedActions.includes(action);
  const close = () => setDeed(undefined);
  return (
    <>
      {may("cancel") ? (
        <Button tone="danger" onClick={() => setDeed("cancel")}>
          İptal et
        </Button>
      ) : null}
      {may("download") ? <DownloadMenu batch={batch} /> : null}
      {may("seal") ? (
        <Button tone={batch.state === "sent" ? "plain" : "primary"} onClick={() => setDeed("seal")}>
          {batch.state === "sent" ? "Yeniden mühürle" : "Mühürle"}
        </Button>
      ) : null}
      {may("complete") ? (
        <Button tone="primary" onClick={() => setDeed("complete")}>
          Partiyi kapat
        </Button>
      ) : null}
      {deed === "seal" ? <SealDeed batch={batch} onClose={close} /> : null}
      {deed === "complete" ? <CompleteDeed batch={batch} onClose={close} /> : null}
      {deed === "cancel" ? <CancelDeed batch={batch} onClose={close} /> : null}
    </>
  );
}

function DownloadMenu({ batch }: { batch: BatchRecord }) {
  const fetchFile = (format: "csv" | "xml") => () => window.location.assign(`/api/cards/batches/${batch.id}/file?format=${format}`);
  return (
    <Menu
      label="NVİ dosyası"
      trigger={<Button icon={<FileDown size={16} strokeWidth={1.75} aria-hidden="true" />}>NVİ dosyasını indir</Button>}
    >
      <MenuItem onSelect={fetchFile("csv")}>CSV olarak</MenuItem>
      <MenuItem onSelect={fetchFile("xml")}>XML olarak</MenuItem>
    </Menu>
  );
}

type DeedProps = { batch: BatchRecord; onClose: () => void };

function SealDeed({ batch, onClose }: DeedProps) {
  const seal = useCardDeed(sealBatch);
  const open = batch.rows.filter(({ state }) => state === "waiting").length;
  const done = () => {
    toastDone("Parti mühürlendi; NVİ dosyası indirilebilir.");
    onClose();
  };
  return (
    <DeedDialog
      title={`Parti ${batch.number} mühürlensin mi?`}
      consequence="Her karta bir seri numarası verilir, NVİ’ye gidecek dosyanın özeti kayda geçer. Yanıt gelene kadar kayıt düzeltilirse yeniden mühürlenir."
      deed={`${cardCount(open)}ı mühürle`}
      doing="Mühürleniyor"
      isPending={seal.isPending}
      refusal={refusalsOf(seal.error, []).general}
      onSubmit={() => seal.mutate({ batchId: batch.id, version: batch.version }, { onSuccess: done })}
      onClose={onClose}
    />
  );
}

function CompleteDeed({ batch, onClose }: DeedProps) {
  const complete = useCardDeed(completeBatch);
  const done = () => {
    toastDone("Parti kapandı.");
    onClose();
  };
  return (
    <DeedDialog
      title={`Parti ${batch.number} kapatılsın mı?`}
      consequence={`${cardCount(batch.lines.qc_pass)} üretildi, ${cardCount(batch.lines.qc_fail)} bozuk çıktı, ${cardCount(batch.lines.error)} veri hatasıyla döndü. Kapanan parti yeniden açılmaz.`}
      deed="Partiyi kapat"
      doing="Kapatılıyor"
      isPending={complete.isPending}
      refusal={refusalsOf(complete.error, []).general}
      onSubmit={() => complete.mutate({ batchId: batch.id, version: batch.version }, { onSuccess: done })}
      onClose={onClose}
    />
  );
}

function CancelDeed({ batch, onClose }: DeedProps) {
  const cancel = useCardDeed(cancelBatch);
  const done = () => {
    toastDone("Parti iptal edildi; kartları yeniden sırada.");
    onClose();
  };
  return (
    <ReasonDeed
      title={`Parti ${batch.number} iptal edilsin mi?`}
      consequence="Kartları yeniden sıraya girer. Ayrılmış seri numarası varsa iki kişinin onayıyla kasaya geri verilir."
      deed="Partiyi iptal et"
      doing="İptal ediliyor"
      isDanger
      isPending={cancel.isPending}
      refusal={refusalsOf(cancel.error, []).general}
      onSubmit={(reason) => cancel.mutate({ batchId: batch.id, version: batch.version, reason }, { onSuccess: done })}
      onClose={onClose}
    />
  );
}
