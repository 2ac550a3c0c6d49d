"use client";
import { useQuery } from "@tanstack/react-query";
import { circularFiles, circularQueries } from "@/components/circulars/circular-queries.ts";
import { subjectOf } from "@/components/circulars/labels.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PdfPages } from "@/components/ui/pdf-pages.tsx";
import { SvgPages } from "@/components/ui/svg-pages.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";

/** The pages as they stand: the real PDF once there is one, before that what the same compiler would print. */
export function LetterPages({ record }: { record: CircularRecord }) {
  const name = subjectOf(record.content.subject);
  if (!record.document) return <PreviewPages record={record} name={name} />;
  const { documentDigest, documentNumber, signedAt } = record.document;
  return (
    <PdfPages
      url={circularFiles.document(record.id, documentDigest)}
      name={`${name}, ${signedAt ? "imzalı" : "imzaya hazırlanan"} yazı`}
      fileName={`${documentNumber}.pdf`}
    />
  );
}

function PreviewPages({ record, name }: { record: CircularRecord; name: string }) {
  const query = useQuery(circularQueries.preview(record.id, null, String(record.version)));
  return (
    <LoadState query={query} what="Yazının görünümü" lines={8}>
      {({ pages }) => <SvgPages pages={pages} name={`${name}, yazının görünümü`} stale={query.isPlaceholderData} />}
    </LoadState>
  );
}
