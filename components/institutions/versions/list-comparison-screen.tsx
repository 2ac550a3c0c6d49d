"use client";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ArrowLeftRight } from "lucide-react";
import Link from "next/link";
import { parseAsInteger, useQueryStates } from "nuqs";
import { ComparisonPanels } from "@/components/institutions/versions/comparison-panels.tsx";
import { listVersionQueries } from "@/components/institutions/versions/list-version-queries.ts";
import { VersionFrame } from "@/components/institutions/versions/version-frame.tsx";
import {
  changesInWords,
  makerInWords,
  versionInWords,
  versionName,
  versionsHref,
} from "@/components/institutions/versions/version-words.ts";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Select } from "@/components/ui/select.tsx";
import { changesOf } from "@/lib/institutions/list-comparison.ts";
import type { ListVersionComparison, ListVersionRow } from "@/lib/institutions/list-version-contract.ts";

const parsers = { from: parseAsInteger.withDefault(1), to: parseAsInteger.withDefault(1) };

/** Two versions beside each other; the address names both, so that a comparison can be handed on. */
export function ListComparisonScreen({ listId }: { listId: string }) {
  const [{ from, to }, setChosen] = useQueryStates(parsers, { history: "replace" });
  const query = useQuery(listVersionQueries.comparison(listId, from, to));
  return (
    <VersionFrame
      listId={listId}
      listName={query.data?.currentName}
      place="Karşılaştırma"
      title="Sürümleri karşılaştır"
      isRead={query.data !== undefined}
    >
      <LoadState
        query={query}
        what="Karşılaştırma"
        back={
          <Link href={versionsHref(listId)} className="link">
            Sürümlere dön
          </Link>
        }
      >
        {(comparison) => (
          <>
            <PageHeader
              title={`${versionName(from)} ile ${versionName(to)} arasında`}
              back={{ href: versionsHref(listId), label: "Sürümler" }}
              meta={`${comparison.currentName} · ${changesInWords({ changes: changesOf(comparison), origin: "form" })}`}
            />
            <Choice listId={listId} comparison={comparison} onChoose={setChosen} />
            <ComparisonPanels comparison={comparison} />
          </>
        )}
      </LoadState>
    </VersionFrame>
  );
}

type ChoiceProps = {
  listId: string;
  comparison: ListVersionComparison;
  onChoose: (chosen: { from?: number; to?: number }) => void;
};

function Choice({ listId, comparison, onChoose }: ChoiceProps) {
  const { from, to } = comparison;
  const { data } = useInfiniteQuery(listVersionQueries.all(listId));
  const known = new Map([from, to, ...(data?.pages ?? []).flatMap(({ versions }) => versions)].map((row) => [row.listVersion, row]));
  const options = [...known.values()]
    .toSorted((a, b) => b.listVersion - a.listVersion)
    .map((row) => ({ value: String(row.listVersion), label: versionInWords(row) }));
  return (
    <div className="mt-4 grid items-end gap-3 sm:grid-cols-[1fr_auto_1fr]">
      <Side label="Şundan" row={from} options={options} onChoose={(version) => onChoose({ from: version })} />
      <Button
        tone="quiet"
        className="sm:mb-6"
        icon={<ArrowLeftRight size={16} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => onChoose({ from: to.listVersion, to: from.listVersion })}
      >
        Yer değiştir
      </Button>
      <Side label="Şuna" row={to} options={options} onChoose={(version) => onChoose({ to: version })} />
    </div>
  );
}

type SideProps = {
  label: string;
  row: ListVersionRow;
  options: readonly { value: string; label: string }[];
  onChoose: (version: number) => void;
};

function Side({ label, row, options, onChoose }: SideProps) {
  return (
    <Field id={`compare-${label}`} label={label} hint={makerInWords(row)}>
      <Select value={String(row.listVersion)} options={options} onChange={(event) => onChoose(Number(event.target.value))} />
    </Field>
  );
}
