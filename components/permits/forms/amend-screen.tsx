"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { BoundArea, BoundEvidence, BoundSelect } from "@/components/permits/forms/bound-fields.tsx";
import { type Staged, useDeedForm } from "@/components/permits/forms/deed-form.ts";
import { DeedFrame } from "@/components/permits/forms/deed-frame.tsx";
import { amendGroundLabels, optionsOf } from "@/components/permits/forms/deed-labels.ts";
import { DeedScreen } from "@/components/permits/forms/deed-screen.tsx";
import { platesOf } from "@/components/permits/forms/province-chips.tsx";
import { EmployerFields, HolderFields, TermFields } from "@/components/permits/forms/record-fields.tsx";
import {
  changedTexts,
  type EmployerTexts,
  type HolderTexts,
  isEmpty,
  permitFieldLabels as labels,
  linesOf,
  type TermTexts,
  textsOf,
  withNulls,
} from "@/components/permits/forms/record-form-values.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { amendPermit } from "@/lib/permits/commands-contract.ts";
import type { PermitRecord } from "@/lib/permits/contract.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

type AmendInput = InputOf<typeof amendPermit>;
type AmendValues = {
  holder: HolderTexts;
  employer: EmployerTexts;
  permit: TermTexts;
  ground: string;
  reason: string;
  overrideReason: string;
  evidenceFileId: Staged;
};

export function AmendPermitScreen({ permitId }: { permitId: string }) {
  return (
    <DeedScreen permitId={permitId} action="amend" title="Değişiklik yaz">
      {(record) => <AmendForm record={record} />}
    </DeedScreen>
  );
}

function AmendForm({ record }: { record: PermitRecord }) {
  const router = useRouter();
  const back = `/permits/${record.id}`;
  // What the change is measured against stays what was on the screen when it began.
  const [before] = useState(() => textsOf(record));
  const deed = useDeedForm<AmendValues, typeof amendPermit>({
    endpoint: amendPermit,
    permitId: record.id,
    version: record.version,
    defaults: { ...before, ground: "", reason: "", overrideReason: "", evidenceFileId: null },
    inputOf: (values, version) => inputOf(values, before, { permitId: record.id, version }),
    onDone: () => {
      toastDone("Değişiklik yazıldı.");
      router.push(back);
    },
  });
  return (
    <DeedFrame deed={deed} labels={labels} back={back} button="Değişikliği yaz" doing="Yazılıyor">
      <HolderFields isAmending />
      <EmployerFields hint="Vergi ya da işyeri numarası değişirse kayıt o işverene bağlanır." />
      <Panel title="İzin">
        <div className="grid gap-4 sm:grid-cols-2">
          <TermFields prefix="permit." occupation={record.occupation} />
        </div>
      </Panel>
      <Panel title="Dayanak">
        <div className="grid gap-4">
          <BoundSelect name="ground" label={labels.ground} options={optionsOf(amendGroundLabels)} required />
          <BoundArea name="reason" label={labels.reason} maxLength={1_000} required />
          <BoundArea
            name="overrideReason"
            label={labels.overrideReason}
            hint="Süre Kanun’dan ayrılıyorsa yazılır."
            maxLength={1_000}
            optional
          />
          <BoundEvidence
            name="evidenceFileId"
            label="Dayanak belgesi"
            hint="Kişisel veri değişiyorsa zorunlu. PDF, PNG, JPEG ya da DOCX, en çok 16 MB"
            provinceId={record.provinceId}
          />
        </div>
      </Panel>
    </DeedFrame>
  );
}

type Known = Pick<AmendValues, "holder" | "employer" | "permit">;

// The endpoint's schema judges these texts; until then they are only shaped like its input.
function inputOf(values: AmendValues, before: Known, of: { permitId: string; version: number }): AmendInput {
  const holder = changedTexts(before.holder, values.holder);
  const { annotations, otherProvinces, ...terms } = changedTexts(before.permit, values.permit);
  const isEmployerChanged = Object.keys(changedTexts(before.employer, values.employer)).length > 0;
  const employer = isEmpty(values.employer) ? null : withNulls(values.employer, ["sizeBand"]);
  const permit = {
    ...withNulls(terms, ["validTo", "occupation"]),
    ...(otherProvinces === undefined ? {} : { otherProvinces: platesOf(otherProvinces) }),
    ...(annotations === undefined ? {} : { annotations: linesOf(annotations) }),
  };
  return {
    ...of,
    ground: values.ground,
    reason: values.reason,
    overrideReason: values.overrideReason,
    ...(Object.keys(holder).length > 0 ? { holder } : {}),
    ...(isEmployerChanged ? { employer } : {}),
    ...(Object.keys(permit).length > 0 ? { permit } : {}),
    ...(values.evidenceFileId ? { evidenceFileId: values.evidenceFileId.fileId } : {}),
  } as AmendInput;
}
