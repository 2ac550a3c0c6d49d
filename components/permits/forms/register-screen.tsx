"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { BoundArea, BoundEvidence, BoundSelect, BoundText } from "@/components/permits/forms/bound-fields.tsx";
import { type Staged, useDeedForm } from "@/components/permits/forms/deed-form.ts";
import { DeedFrame } from "@/components/permits/forms/deed-frame.tsx";
import { optionsOf } from "@/components/permits/forms/deed-labels.ts";
import { platesOf } from "@/components/permits/forms/province-chips.tsx";
import { provinceOptions } from "@/components/permits/forms/province-options.ts";
import { EmployerFields, HolderFields, TermFields } from "@/components/permits/forms/record-fields.tsx";
import {
  type EmployerTexts,
  emptyEmployer,
  emptyHolder,
  emptyTerms,
  type HolderTexts,
  isEmpty,
  permitFieldLabels as labels,
  linesOf,
  type TermTexts,
  withNulls,
} from "@/components/permits/forms/record-form-values.ts";
import { usePermitListHref } from "@/components/permits/list-return.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { Me } from "@/lib/access/contract.ts";
import { registerPermit } from "@/lib/permits/commands-contract.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

type RegisterInput = InputOf<typeof registerPermit>;
type RegisterValues = TermTexts & {
  provinceId: string;
  holder: HolderTexts;
  employer: EmployerTexts;
  kind: string;
  applicationNumber: string;
  reason: string;
  overrideReason: string;
  evidenceFileId: Staged;
};

export function RegisterPermitScreen() {
  const me = useQuery(sessionQueries.me());
  const back = usePermitListHref();
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs items={[{ label: "İzin kayıtları", href: back }, { label: "Yeni izin kaydı" }]} />
      <Page className="max-w-[52rem] pb-0 lg:pb-0">
        <PageHeader
          title="Yeni izin kaydı"
          back={{ href: back, label: "İzin kayıtları" }}
          meta="Numarayı sistem verir. İşveren, vergi ve işyeri numarasıyla bulunur; yoksa oluşturulur."
        />
      </Page>
      <LoadState query={me} what="Oturum">
        {(person) => <RegisterForm me={person} back={back} />}
      </LoadState>
    </DensityScope>
  );
}

function RegisterForm({ me, back }: { me: Me; back: string }) {
  // See useDeedForm.
  "use no memo";
  const router = useRouter();
  const deed = useDeedForm<RegisterValues, typeof registerPermit>({
    endpoint: registerPermit,
    permitId: null,
    version: 1,
    defaults: {
      ...emptyTerms,
      provinceId: "",
      holder: emptyHolder,
      employer: emptyEmployer,
      kind: "fixed_term",
      applicationNumber: "",
      reason: "",
      overrideReason: "",
      evidenceFileId: null,
    },
    inputOf: (values) => inputOf(values, me.provinceId === null),
    onDone: ({ id, number }) => {
      toastDone(`İzin kaydedildi. İzin no ${number}`);
      router.push(`/permits/${id}`);
    },
  });
  const provinceId = useWatch({ control: deed.form.control, name: "provinceId" });
  return (
    <DeedFrame deed={deed} labels={labels} back={back} button="İzni kaydet" doing="Kaydediliyor">
      <HolderFields />
      <EmployerFields hint="Süreli izinde zorunludur; öteki türlerde boş bırakılabilir." />
      <Panel title="İzin">
        <div className="grid gap-4 sm:grid-cols-2">
          <BoundSelect
            name="kind"
            label={labels.kind}
            options={optionsOf(permitKindWords)}
            required
            className={me.provinceId === null ? "" : "sm:col-span-2"}
          />
          {me.provinceId === null ? <BoundSelect name="provinceId" label={labels.provinceId} options={provinceOptions} required /> : null}
          <TermFields prefix="" />
          <BoundText name="applicationNumber" label={labels.applicationNumber} input={{ maxLength: 40, className: "code" }} optional />
        </div>
      </Panel>
      <Panel title="Dayanak">
        <div className="grid gap-4">
          <BoundArea name="reason" label={labels.reason} maxLength={1_000} required />
          <BoundArea
            name="overrideReason"
            label={labels.overrideReason}
            hint="Süre, Kanun’daki en uzun süreyi aşıyorsa yazılır."
            maxLength={1_000}
            optional
          />
          <BoundEvidence
            name="evidenceFileId"
            label="Dayanak belgesi (isteğe bağlı)"
            provinceId={me.provinceId === null && provinceId ? Number(provinceId) : null}
          />
        </div>
      </Panel>
    </DeedFrame>
  );
}

// The endpoint's schema judges these texts; until then they are only shaped like its input.
function inputOf(
  { provinceId, holder, employer, evidenceFileId, otherProvinces, annotations, ...typed }: RegisterValues,
  isMinistry: boolean,
): RegisterInput {
  return {
    ...withNulls(typed, ["validTo", "occupation"]),
    ...(isMinistry ? { provinceId: Number(provinceId) } : {}),
    holder: withNulls(holder, ["foreignerId", "passport", "birthOn", "address"]),
    employer: isEmpty(employer) ? null : withNulls(employer, ["sizeBand"]),
    otherProvinces: platesOf(otherProvinces),
    annotations: linesOf(annotations),
    ...(evidenceFileId ? { evidenceFileId: evidenceFileId.fileId } : {}),
  } as RegisterInput;
}
