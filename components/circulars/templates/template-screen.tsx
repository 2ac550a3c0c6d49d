"use client";
import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { LetterBody } from "@/components/circulars/incoming/letter-body.tsx";
import { DraftWithTemplate } from "@/components/circulars/templates/draft-with-template.tsx";
import { RetireTemplateDialog } from "@/components/circulars/templates/retire-template-dialog.tsx";
import { TemplateOffice } from "@/components/circulars/templates/template-office.tsx";
import { templateQueries } from "@/components/circulars/templates/template-queries.ts";
import { VersionDifference } from "@/components/circulars/templates/version-difference.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Chip, ChipRow } from "@/components/ui/chip.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { TemplateRecord, TemplateVersion } from "@/lib/circulars/template-contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

const templates = { label: "Yazı şablonları", href: "/circulars/templates" };

/** A template's words as they stand, every earlier version beside them, and what changed between two. */
export function TemplateScreen({ templateId }: { templateId: string }) {
  const query = useQuery(templateQueries.record(templateId));
  return (
    <DensityScope fallback="comfortable" className="flex-1">
      <Breadcrumbs items={[{ label: "Dağıtımlı yazılar", href: "/circulars" }, templates, { label: query.data?.name ?? "Şablon" }]} />
      <Page>
        {query.data ? null : <h1 className="sr-only">Yazı şablonu</h1>}
        <LoadState
          query={query}
          what="Yazı şablonu"
          back={
            <Link href={templates.href} className="link">
              Şablonlara dön
            </Link>
          }
        >
          {(template) => <TemplateDetails key={template.version} template={template} />}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

function TemplateDetails({ template }: { template: TemplateRecord }) {
  const mayDraft = useMay()("circular:draft");
  const [newest] = template.versions;
  const [chosen, setChosen] = useState(newest?.version ?? 1);
  const shown = template.versions.find(({ version }) => version === chosen) ?? newest;
  const may = (action: "amend" | "retire") => template.allowedActions.includes(action);
  return (
    <>
      <PageHeader
        title={template.name}
        back={templates}
        tag={<TemplateOffice template={template} />}
        meta={`Sürüm ${template.version} · ${formatDateTime(new Date(template.savedAt))} · ${template.savedBy}`}
        actions={
          <>
            {may("retire") ? <RetireTemplateDialog template={template} /> : null}
            {may("amend") ? (
              <ButtonLink
                href={`/circulars/templates/${template.id}/edit`}
                icon={<Pencil size={16} strokeWidth={1.75} aria-hidden="true" />}
              >
                Yeni sürüm yaz
              </ButtonLink>
            ) : null}
            {mayDraft && !template.retiredAt ? <DraftWithTemplate template={template} /> : null}
          </>
        }
      />
      {template.retiredAt ? (
        <Banner tone="grey" className="mt-4" title="Şablon kullanımdan kaldırıldı.">
          Bu şablonla yeni yazı başlamaz; {formatDateTime(new Date(template.retiredAt))} tarihine kadar başlayan yazılar etkilenmez.
        </Banner>
      ) : null}
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {shown ? <Words key={shown.version} template={template} shown={shown} /> : null}
        <Versions versions={template.versions} chosen={chosen} onChoose={setChosen} />
      </div>
    </>
  );
}

type Reading = "words" | "difference";

function Words({ template, shown }: { template: TemplateRecord; shown: TemplateVersion }) {
  const [reading, setReading] = useState<Reading>("words");
  const before = template.versions.find(({ version }) => version === shown.version - 1);
  return (
    <Panel title={`Sürüm ${shown.version}`} aside={shown.version === template.version ? "güncel" : "eski sürüm"}>
      {before ? (
        <ChipRow label="Sürümün okunuşu" className="mb-3">
          <Chip on={reading === "words"} onClick={() => setReading("words")}>
            Metin
          </Chip>
          <Chip on={reading === "difference"} onClick={() => setReading("difference")}>
            Sürüm {before.version} ile fark
          </Chip>
        </ChipRow>
      ) : null}
      {before && reading === "difference" ? (
        <VersionDifference before={before} after={shown} />
      ) : (
        <>
          <p className="small text-ink-3">Konu</p>
          <p className="mb-3 font-medium">{shown.content.subject || "Yazılmamış"}</p>
          <LetterBody blocks={shown.content.body} />
          <p className="mt-2 indent-8 font-letter text-md">{shown.content.closing}</p>
        </>
      )}
    </Panel>
  );
}

type VersionsProps = { versions: readonly TemplateVersion[]; chosen: number; onChoose: (version: number) => void };

function Versions({ versions, chosen, onChoose }: VersionsProps) {
  return (
    <Panel title="Sürümler" flush>
      <ol className="divide-y divide-line">
        {versions.map(({ version, note, savedBy, savedAt }) => (
          <li key={version}>
            <button
              type="button"
              aria-current={version === chosen ? "true" : undefined}
              onClick={() => onChoose(version)}
              className={classNames("block w-full px-5 py-2.5 text-left hover:bg-hover", version === chosen && "bg-selected")}
            >
              <span className="num font-medium">Sürüm {version}</span>
              <span className="cap num block">
                {formatDateTime(new Date(savedAt))} · {savedBy}
              </span>
              {note ? <span className="small mt-0.5 block text-ink-2">{note}</span> : null}
            </button>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
