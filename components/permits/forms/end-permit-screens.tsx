"use client";
import { useState } from "react";
import { BoundArea, BoundDate, BoundEvidence, BoundSelect } from "@/components/permits/forms/bound-fields.tsx";
import type { Done } from "@/components/permits/forms/deed-done.tsx";
import { type Staged, useDeedForm } from "@/components/permits/forms/deed-form.ts";
import { DeedFrame } from "@/components/permits/forms/deed-frame.tsx";
import { cancelGroundLabels, optionsOf } from "@/components/permits/forms/deed-labels.ts";
import { DeedScreen } from "@/components/permits/forms/deed-screen.tsx";
import { holderName } from "@/components/permits/record/permit-words.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { type CancelGround, cancelPermit, voidPermit } from "@/lib/permits/commands-contract.ts";
import type { PermitRecord } from "@/lib/permits/contract.ts";
import { formatDate, localDateOf } from "@/lib/platform/locale/tr.ts";

type FormProps = { record: PermitRecord; onDone: (done: Done) => void };
type CancelValues = { ground: string; endedOn: string; reason: string; evidenceFileId: Staged };

const labels = {
  ground: "Hukuki dayanak",
  endedOn: "Geçersiz olduğu ilk gün",
  reason: "Gerekçe",
  evidenceFileId: "Dayanak belgesi",
};

export function CancelPermitScreen({ permitId }: { permitId: string }) {
  return (
    <DeedScreen permitId={permitId} action="cancel" title="İzni iptal et">
      {(record, onDone) => <CancelForm record={record} onDone={onDone} />}
    </DeedScreen>
  );
}

function CancelForm({ record, onDone }: FormProps) {
  const [today] = useState(() => localDateOf(new Date()));
  const deed = useDeedForm<CancelValues, typeof cancelPermit>({
    endpoint: cancelPermit,
    permitId: record.id,
    version: record.version,
    defaults: { ground: "", endedOn: today, reason: "", evidenceFileId: null },
    hasCheck: true,
    // The schema refuses what is not one of its grounds; the form only carries the text.
    inputOf: ({ ground, evidenceFileId, ...typed }, version) => ({
      ...typed,
      permitId: record.id,
      version,
      ground: ground as CancelGroundValue,
      evidenceFileId: evidenceFileId?.fileId ?? "",
    }),
    onDone: ({ id, number, endedOn }) =>
      onDone({
        title: "İzin iptal edildi",
        reference: `İzin no ${number}`,
        recordHref: `/permits/${id}`,
        next: [
          `İzin ${endedOn ? formatDate(endedOn) : "bugünden"} gününden itibaren geçerli değildir.`,
          "İptal, dayanağı, gerekçesi ve belgesiyle kaydın geçmişinde durur.",
          "Numara yeniden kullanılmaz.",
        ],
      }),
  });
  return (
    <DeedFrame
      deed={deed}
      labels={labels}
      back={`/permits/${record.id}`}
      button="İptali denetle"
      doing="İptal ediliyor"
      danger
      check={{
        button: "İzni iptal et",
        consequence: "İptal geri alınamaz; kişinin yeniden çalışması yeni bir izinle olur.",
        items: ({ ground, endedOn, reason, evidenceFileId }) => [
          ...aboutItems(record),
          { label: labels.ground, value: cancelGroundLabels[ground as CancelGroundValue] },
          { label: labels.endedOn, value: formatDate(endedOn) },
          { label: labels.reason, value: reason },
          { label: labels.evidenceFileId, value: evidenceFileId?.name },
        ],
      }}
    >
      <Panel title="İptal">
        <div className="grid gap-4">
          <BoundSelect name="ground" label={labels.ground} options={optionsOf(cancelGroundLabels)} required />
          <BoundDate name="endedOn" label={labels.endedOn} hint="İzin bu günün başından itibaren geçersizdir." required />
          <BoundArea name="reason" label={labels.reason} maxLength={1_000} required />
          <BoundEvidence name="evidenceFileId" label={labels.evidenceFileId} provinceId={record.provinceId} />
        </div>
      </Panel>
    </DeedFrame>
  );
}

type CancelGroundValue = (typeof CancelGround)["options"][number];
type VoidValues = { reason: string; evidenceFileId: Staged };

export function VoidPermitScreen({ permitId }: { permitId: string }) {
  return (
    <DeedScreen permitId={permitId} action="void" title="Hatalı kayıt say">
      {(record, onDone) => <VoidForm record={record} onDone={onDone} />}
    </DeedScreen>
  );
}

function VoidForm({ record, onDone }: FormProps) {
  const deed = useDeedForm<VoidValues, typeof voidPermit>({
    endpoint: voidPermit,
    permitId: record.id,
    version: record.version,
    defaults: { reason: "", evidenceFileId: null },
    hasCheck: true,
    inputOf: ({ reason, evidenceFileId }, version) => ({
      permitId: record.id,
      version,
      reason,
      ...(evidenceFileId ? { evidenceFileId: evidenceFileId.fileId } : {}),
    }),
    onDone: ({ id, number }) =>
      onDone({
        title: "Kayıt hatalı sayıldı",
        reference: `İzin no ${number}`,
        recordHref: `/permits/${id}`,
        next: ["Kayıt hiç yapılmamış gibi sayılır; gerekçesiyle birlikte geçmişte durur.", "Numara yeniden kullanılmaz."],
      }),
  });
  return (
    <DeedFrame
      deed={deed}
      labels={labels}
      back={`/permits/${record.id}`}
      button="Kararı denetle"
      doing="Yazılıyor"
      danger
      check={{
        button: "Kaydı hatalı say",
        consequence: "Geri alınamaz: izin hiç verilmemiş sayılır.",
        items: ({ reason, evidenceFileId }) => [
          ...aboutItems(record),
          { label: labels.reason, value: reason },
          { label: labels.evidenceFileId, value: evidenceFileId?.name ?? "Belge yok" },
        ],
      }}
    >
      <Panel title="Hatalı kayıt">
        <div className="grid gap-4">
          <Banner tone="amber" title="Yalnız hiç yapılmaması gereken kayıt için.">
            Gerçekten verilmiş bir izin sona erecekse onu iptal edin.
          </Banner>
          <BoundArea
            name="reason"
            label={labels.reason}
            hint="Hatanın ne olduğunu ve nasıl anlaşıldığını yazın."
            maxLength={1_000}
            required
          />
          <BoundEvidence name="evidenceFileId" label="Dayanak belgesi (isteğe bağlı)" provinceId={record.provinceId} />
        </div>
      </Panel>
    </DeedFrame>
  );
}

const aboutItems = (record: PermitRecord) => [
  { label: "İzin no", value: record.number },
  { label: "Kişi", value: holderName(record) },
  { label: "İşveren", value: record.employer?.title ?? "İşverene bağlı değil" },
];
