"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { DispatchCheck } from "@/components/circulars/check/dispatch-check.tsx";
import { DispatchDone } from "@/components/circulars/check/dispatch-done.tsx";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { circularStateLooks, subjectOf } from "@/components/circulars/labels.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { EmptyState, ForbiddenState } from "@/components/ui/screen-states.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";

/** Before the dispatch the check, after it the confirmation: the same address, so that it can be found again. */
export function DispatchScreen({ circularId }: { circularId: string }) {
  const query = useQuery(circularQueries.record(circularId));
  const subject = query.data ? subjectOf(query.data.content.subject) : "Yazı";
  const back = (
    <Link href={`/circulars/${circularId}`} className="link">
      Yazıya dön
    </Link>
  );
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs
        items={[
          { label: "Dağıtımlı yazılar", href: "/circulars" },
          { label: subject, href: `/circulars/${circularId}` },
          { label: "Gönderim denetimi" },
        ]}
      />
      <LoadState query={query} what="Yazı" back={back}>
        {(record) => <ByState record={record} back={back} />}
      </LoadState>
    </DensityScope>
  );
}

function ByState({ record, back }: { record: CircularRecord; back: React.ReactNode }) {
  if (record.dispatchedAt) return <DispatchDone record={record} dispatchedAt={record.dispatchedAt} />;
  if (record.allowedActions.includes("dispatch") && record.document) return <DispatchCheck record={record} document={record.document} />;
  if (record.state === "signed") {
    return (
      <ForbiddenState title="Bu yazıyı gönderme yetkiniz yok" action={back}>
        İmzalanan yazıyı il müdürlüğünün memuru ya da şefi gönderir.
      </ForbiddenState>
    );
  }
  return (
    <EmptyState title="Yazı gönderilecek durumda değil" action={back}>
      Durumu: {circularStateLooks[record.state].word}. İmzalanınca gönderim denetimi burada açılır.
    </EmptyState>
  );
}
