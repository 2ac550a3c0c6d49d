"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { BoundArea, BoundDate, BoundEvidence } from "@/components/permits/forms/bound-fields.tsx";
import { type Staged, useDeedForm } from "@/components/permits/forms/deed-form.ts";
import { DeedFrame } from "@/components/permits/forms/deed-frame.tsx";
import { permitWarningLabels } from "@/components/permits/forms/deed-labels.ts";
import { DeedScreen } from "@/components/permits/forms/deed-screen.tsx";
import { extensionQuery } from "@/components/permits/forms/extension-query.ts";
import { periodWords } from "@/components/permits/record/permit-words.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { extendPermit, type proposeExtension } from "@/lib/permits/commands-contract.ts";
import type { PermitRecord } from "@/lib/permits/contract.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";

type ExtendValues = { validFrom: string; validTo: string; reason: string; overrideReason: string; evidenceFileId: Staged };
type Proposal = OutputOf<typeof proposeExtension>;

const labels = {
  validFrom: "Başlangıç",
  validTo: "Bitiş",
  reason: "Gerekçe",
  overrideReason: "Kanundaki süreden ayrılmanın gerekçesi",
  evidenceFileId: "Dayanak belgesi",
};

export function ExtendPermitScreen({ permitId }: { permitId: string }) {
  const proposal = useQuery(extensionQuery(permitId));
  return (
    <DeedScreen permitId={permitId} action="extend" title="İzni uzat">
      {(record) => (
        <LoadState query={proposal} what="Uzatma önerisi">
          {(lawful) => <ExtendForm record={record} proposal={lawful} />}
        </LoadState>
      )}
    </DeedScreen>
  );
}

function ExtendForm({ record, proposal }: { record: PermitRecord; proposal: Proposal }) {
  // See useDeedForm.
  "use no memo";
  const router = useRouter();
  const { lawful } = proposal;
  const deed = useDeedForm<ExtendValues, typeof extendPermit>({
    endpoint: extendPermit,
    permitId: record.id,
    version: record.version,
    defaults: { validFrom: lawful.validFrom, validTo: lawful.validTo ?? "", reason: "", overrideReason: "", evidenceFileId: null },
    inputOf: ({ validTo, evidenceFileId, ...typed }, version) => ({
      ...typed,
      permitId: record.id,
      version,
      validTo: validTo || null,
      ...(evidenceFileId ? { evidenceFileId: evidenceFileId.fileId } : {}),
    }),
    onDone: (next) => {
      toastDone(`İzin uzatıldı. Yeni izin no ${next.number}`);
      router.push(`/permits/${next.id}`);
    },
  });
  const [validFrom, validTo] = useWatch({ control: deed.form.control, name: ["validFrom", "validTo"] });
  const asked = useQuery(extensionQuery(record.id, validFrom, validTo));
  const warnings = (asked.data ?? proposal).warnings;
  return (
    <DeedFrame deed={deed} labels={labels} back={`/permits/${record.id}`} button="İzni uzat" doing="Uzatılıyor">
      <Panel title="Süre">
        <div className="grid gap-4">
          <p className="small text-ink-2">
            Kanuna göre önerilen: <b className="num font-semibold text-ink">{periodWords(lawful)}</b>
            {proposal.longestYears === null ? "" : `, en çok ${proposal.longestYears} yıl`}. {earlierWords(proposal, record)}
          </p>
          <div className="grid gap-4 sm:grid-cols-2">
            <BoundDate name="validFrom" label={labels.validFrom} required />
            <BoundDate name="validTo" label={labels.validTo} />
          </div>
          {warnings.length > 0 ? (
            <>
              <Banner tone="amber" live title="Kanundaki süreden ayrılıyorsunuz.">
                {warnings.map((warning) => permitWarningLabels[warning]).join(" ")}
              </Banner>
              <BoundArea name="overrideReason" label={labels.overrideReason} maxLength={1_000} required />
            </>
          ) : null}
        </div>
      </Panel>
      <Panel title="Dayanak">
        <div className="grid gap-4">
          <BoundArea name="reason" label={labels.reason} maxLength={1_000} required />
          <BoundEvidence name="evidenceFileId" label="Dayanak belgesi (isteğe bağlı)" provinceId={record.provinceId} />
        </div>
      </Panel>
    </DeedFrame>
  );
}

function earlierWords({ earlierWithEmployer }: Proposal, { employer }: PermitRecord): string {
  return employer ? `Bu işverenle şimdiye kadar ${earlierWithEmployer} izin.` : "";
}
