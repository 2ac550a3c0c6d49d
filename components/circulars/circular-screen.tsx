"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { ComposerScreen } from "@/components/circulars/composer/composer-screen.tsx";
import type { ReadyAttachment } from "@/components/circulars/composer/ready-attachments.tsx";
import { RecordScreen } from "@/components/circulars/record/record-screen.tsx";
import { SigningScreen } from "@/components/circulars/signing/signing-screen.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page } from "@/components/ui/page-header.tsx";
import { Skeleton } from "@/components/ui/screen-states.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";

export type CircularScreenProps = { circularId: string; readyAttachments?: readonly ReadyAttachment[] };

/** One address for the circular's whole life; what it shows follows its state and what this person may do. */
export function CircularScreen({ circularId, readyAttachments = [] }: CircularScreenProps) {
  const query = useQuery(circularQueries.record(circularId));
  if (query.data) return <ByState record={query.data} isFresh={query.isFetchedAfterMount} readyAttachments={readyAttachments} />;
  return (
    <Page>
      <Breadcrumbs items={[{ label: "Dağıtımlı yazılar", href: "/circulars" }, { label: "Yazı" }]} />
      <LoadState
        query={query}
        what="Yazı"
        back={
          <Link href="/circulars" className="link">
            Dağıtımlı yazılara dön
          </Link>
        }
      >
        {() => null}
      </LoadState>
    </Page>
  );
}

type ByStateProps = { record: CircularRecord; isFresh: boolean; readyAttachments: readonly ReadyAttachment[] };

function ByState({ record, isFresh, readyAttachments }: ByStateProps) {
  if (record.state === "draft" && record.allowedActions.includes("amend")) {
    // Writing starts from what the server has now, never from what this browser saw earlier.
    return isFresh ? (
      <ComposerScreen key={record.id} record={record} readyAttachments={readyAttachments} />
    ) : (
      <Skeleton lines={6} className="p-5" />
    );
  }
  if (record.document && record.allowedActions.includes("sign")) return <SigningScreen record={record} document={record.document} />;
  return <RecordScreen record={record} />;
}
