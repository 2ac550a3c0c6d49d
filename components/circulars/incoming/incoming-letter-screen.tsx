"use client";
import { useQuery } from "@tanstack/react-query";
import { FolderCheck } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { DistributeButton } from "@/components/circulars/incoming/distribute-button.tsx";
import { FileLetterDialog } from "@/components/circulars/incoming/file-letter-dialog.tsx";
import { incomingStateLooks } from "@/components/circulars/incoming/incoming-looks.ts";
import { LetterBody } from "@/components/circulars/incoming/letter-body.tsx";
import { incomingQueries } from "@/components/circulars/incoming-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { useListHref } from "@/components/ui/list-visit.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { useIsWide } from "@/components/ui/use-media.ts";
import type { IncomingLetterRecord } from "@/lib/circulars/incoming-contract.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";

/** One received letter: what it says, who registered it, and what is to be done with it. */
export function IncomingLetterScreen({ letterId }: { letterId: string }) {
  const query = useQuery(incomingQueries.record(letterId));
  const back = useListHref("/incoming");
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Gelen yazılar", href: back }, { label: query.data?.subject ?? "Gelen yazı" }]} />
      <LoadState
        query={query}
        what="Gelen yazı"
        back={
          <Link href={back} className="link">
            Gelen yazılara dön
          </Link>
        }
      >
        {(letter) => <LetterDetails letter={letter} back={{ href: back, label: "Gelen yazılar" }} />}
      </LoadState>
    </DensityScope>
  );
}

function LetterDetails({ letter, back }: { letter: IncomingLetterRecord; back: { href: string; label: string } }) {
  const { word, tone, glyph } = incomingStateLooks[letter.state];
  const wide = useIsWide();
  const acts = letter.allowedActions.length > 0 ? <LetterActs letter={letter} /> : undefined;
  return (
    <>
      <Page className="flex-1">
        <PageHeader
          title={letter.subject}
          back={back}
          tag={
            <Tag tone={tone} glyph={glyph}>
              {word}
            </Tag>
          }
          meta={`${letter.senderName} · ${formatDate(letter.letterOn)} · ${letter.letterNumber}`}
          actions={wide ? acts : undefined}
        />
        <WhatBecame letter={letter} />
        <div className="mt-5 grid items-start gap-4 lg:grid-cols-[1fr_22rem] lg:gap-6">
          <Panel title="Yazının metni">
            {letter.body.length > 0 ? (
              <LetterBody blocks={letter.body} className="max-w-[44rem]" />
            ) : (
              <p className="text-base text-ink-2">Bu yazı metni girilmeden kaydedilmiş.</p>
            )}
          </Panel>
          <div className="grid gap-4 lg:gap-6">
            <Panel title="Künye">
              <LetterFacts letter={letter} />
            </Panel>
            <Panel title="Ekler" aside={letter.attachments.length > 0 ? `${letter.attachments.length} ek` : undefined}>
              <AttachmentNames names={letter.attachments} />
            </Panel>
          </div>
        </div>
      </Page>
      {acts && !wide ? <ActBar>{acts}</ActBar> : null}
    </>
  );
}

function LetterActs({ letter }: { letter: IncomingLetterRecord }) {
  const [isFiling, setFiling] = useState(false);
  const may = (action: IncomingLetterRecord["allowedActions"][number]) => letter.allowedActions.includes(action);
  return (
    <>
      {may("file") ? (
        <Button icon={<FolderCheck size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => setFiling(true)}>
          Dosyala
        </Button>
      ) : null}
      {may("distribute") ? <DistributeButton letterId={letter.id} version={letter.version} tone="primary" /> : null}
      {isFiling ? <FileLetterDialog letter={letter} onClose={() => setFiling(false)} /> : null}
    </>
  );
}

function WhatBecame({ letter }: { letter: IncomingLetterRecord }) {
  if (letter.state === "distributed" && letter.circularId) {
    return (
      <Banner
        tone="green"
        title="Bu yazı dağıtıma çıkarıldı."
        className="mt-4"
        action={
          <ButtonLink size="sm" href={`/circulars/${letter.circularId}`}>
            Dağıtımlı yazıyı aç
          </ButtonLink>
        }
      >
        Dağıtımlı yazının ilgisinde bu yazı yer alır.
      </Banner>
    );
  }
  if (letter.state !== "filed") return null;
  return (
    <Banner tone="grey" title="Dağıtılmadan dosyalandı." className="mt-4">
      {letter.fileNote}
    </Banner>
  );
}

function LetterFacts({ letter }: { letter: IncomingLetterRecord }) {
  const sender = (
    <Link href={`/institutions/${letter.institutionId}`} className="link">
      {letter.senderName}
    </Link>
  );
  return (
    <SummaryList
      labels="narrow"
      className="text-base"
      items={[
        { label: "Gönderen", value: sender },
        { label: "Tarih", value: <span className="num">{formatDate(letter.letterOn)}</span> },
        { label: "Sayı", value: <span className="code">{letter.letterNumber}</span> },
        { label: "Kayda alan", value: letter.receivedBy },
        { label: "Kayıt", value: <span className="num">{formatDateTime(new Date(letter.receivedAt))}</span> },
      ]}
    />
  );
}

function AttachmentNames({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <p className="text-base text-ink-2">Eki yok.</p>;
  return (
    <ol className="list-decimal space-y-1 pl-5 text-base">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ol>
  );
}
