"use client";
import { stepUpOf } from "@/components/access/step-up-field.tsx";
import { BoundArea, BoundEvidence, BoundSelect, BoundStepUp } from "@/components/permits/forms/bound-fields.tsx";
import type { Done } from "@/components/permits/forms/deed-done.tsx";
import { type Staged, useDeedForm } from "@/components/permits/forms/deed-form.ts";
import { DeedFrame } from "@/components/permits/forms/deed-frame.tsx";
import { DeedScreen } from "@/components/permits/forms/deed-screen.tsx";
import { provinceOptions } from "@/components/permits/forms/province-options.ts";
import { holderName } from "@/components/permits/record/permit-words.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { proposePermitTransfer } from "@/lib/permits/commands-contract.ts";
import type { PermitRecord } from "@/lib/permits/contract.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";

type TransferValues = { provinceId: string; reason: string; evidenceFileId: Staged; stepUp: string };

const labels = { provinceId: "Yeni il", reason: "Gerekçe", evidenceFileId: "Dayanak belgesi", stepUp: "Kimlik doğrulama" };

export function TransferPermitScreen({ permitId }: { permitId: string }) {
  return (
    <DeedScreen permitId={permitId} action="transfer" title="Kaydı başka ile aktar">
      {(record, onDone) => <TransferForm record={record} onDone={onDone} />}
    </DeedScreen>
  );
}

/** First of two persons: proposes, and somebody else decides (P8). */
function TransferForm({ record, onDone }: { record: PermitRecord; onDone: (done: Done) => void }) {
  const deed = useDeedForm<TransferValues, typeof proposePermitTransfer>({
    endpoint: proposePermitTransfer,
    permitId: record.id,
    version: record.version,
    defaults: { provinceId: "", reason: "", evidenceFileId: null, stepUp: "" },
    hasCheck: true,
    inputOf: ({ provinceId, reason, evidenceFileId, stepUp }, version) => ({
      permitId: record.id,
      version,
      provinceId: Number(provinceId),
      reason,
      stepUp: stepUpOf(stepUp),
      ...(evidenceFileId ? { evidenceFileId: evidenceFileId.fileId } : {}),
    }),
    onDone: ({ id, number }) =>
      onDone({
        title: "Aktarım önerildi",
        reference: `İzin no ${number}`,
        recordHref: `/permits/${id}`,
        next: [
          "Öneri, Onay bekleyenler sayfasında ikinci kişinin kararını bekler; kendi önerinizi siz onaylayamazsınız.",
          "Karar verilene kadar kayıt değiştirilemez.",
          "Onaylanınca kayıt yeni ile geçer; iki il de kendi geçmişini görür.",
        ],
      }),
  });
  return (
    <DeedFrame
      deed={deed}
      labels={labels}
      back={`/permits/${record.id}`}
      button="Öneriyi denetle"
      doing="Öneriliyor"
      check={{
        button: "Aktarımı öner",
        consequence: "İkinci kişi onaylayınca kayıt ilinizin listesinden çıkar.",
        items: ({ provinceId, reason, evidenceFileId }) => [
          { label: "İzin no", value: record.number },
          { label: "Kişi", value: holderName(record) },
          { label: "Şimdiki il", value: provinceName(record.provinceId) },
          { label: labels.provinceId, value: provinceName(Number(provinceId)) },
          { label: labels.reason, value: reason },
          { label: labels.evidenceFileId, value: evidenceFileId?.name ?? "Belge yok" },
        ],
      }}
    >
      <Panel title="Aktarım">
        <div className="grid gap-4">
          <BoundSelect
            name="provinceId"
            label={labels.provinceId}
            options={provinceOptions.filter(({ value }) => value !== String(record.provinceId))}
            required
          />
          <BoundArea name="reason" label={labels.reason} maxLength={1_000} required />
          <BoundEvidence name="evidenceFileId" label="Dayanak belgesi (isteğe bağlı)" provinceId={record.provinceId} />
          <BoundStepUp name="stepUp" />
        </div>
      </Panel>
    </DeedFrame>
  );
}
