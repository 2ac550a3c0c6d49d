"use client";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { FileDrop } from "@/components/ui/file-drop.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import { type CarrierIntake, recordCarrierEvents } from "@/lib/cards/delivery-contract.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** PTT's file: taken whole, or refused with the lines that are wrong. */
export function CarrierFileDialog({ onClose }: { onClose: () => void }) {
  const record = useCardDeed(recordCarrierEvents);
  async function take([file]: File[]) {
    if (file) record.mutate({ file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } });
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      width="md"
      title="PTT hareketlerini yükle"
      description="CSV (barkod;kod;aciklama;sube;zaman;sira) ya da JSON. Aynı dosya iki kez yüklenirse hiçbir şey değişmez."
      foot={<Button onClick={onClose}>Kapat</Button>}
    >
      {record.data ? (
        <Outcome intake={record.data} />
      ) : (
        <FileDrop
          label="PTT dosyasını buraya bırakın"
          accept=".csv,.json,text/csv,application/json"
          maxBytes={16 * 1_048_576}
          busy={record.isPending ? "Okunuyor" : false}
          onFiles={take}
        />
      )}
      {record.error ? <Refusal error={record.error} /> : null}
    </Dialog>
  );
}

function Outcome({ intake }: { intake: CarrierIntake }) {
  return (
    <div className="space-y-3">
      <Banner
        tone={intake.unknownCodes > 0 || intake.unmatched > 0 ? "amber" : "green"}
        title={intake.isRepeated ? "Bu dosya daha önce alınmıştı; hiçbir şey değişmedi." : "Dosya alındı."}
        live
      />
      <SummaryList
        items={[
          { label: "Hareket", value: <span className="num">{formatNumber(intake.received)}</span> },
          { label: "Yeni", value: <span className="num">{formatNumber(intake.added)}</span> },
          { label: "Yeri değişen kart", value: <span className="num">{formatNumber(intake.moved)}</span> },
          { label: "Bilinmeyen kod", value: <span className="num">{formatNumber(intake.unknownCodes)}</span> },
          { label: "Kartı bulunmayan", value: <span className="num">{formatNumber(intake.unmatched)}</span> },
        ]}
      />
    </div>
  );
}

function Refusal({ error }: { error: Error }) {
  const problem = error instanceof ProblemError ? error.problem : null;
  return (
    <Banner tone="red" title={problem?.title ?? "Dosya alınamadı."} className="mt-3" live>
      <ul>
        {problem?.invalidParams?.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
    </Banner>
  );
}
