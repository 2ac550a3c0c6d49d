"use client";
import { useQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { MailboxLink } from "@/components/access/mailbox-link.tsx";
import { KepFilesBanner } from "@/components/circulars/board/kep-files-banner.tsx";
import { recipientQueries } from "@/components/circulars/board/recipient-queries.ts";
import { circularFiles } from "@/components/circulars/circular-queries.ts";
import { CircularTag } from "@/components/circulars/record/circular-tag.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Page } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";
import { formatDate, formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

export type DispatchDoneProps = { record: CircularRecord; dispatchedAt: string };

/** What was done, under which number, and what happens next without anybody doing anything. */
export function DispatchDone({ record, dispatchedAt }: DispatchDoneProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { document, recipients } = record;
  const { data: board } = useQuery(recipientQueries.board(record.id));
  const isCarried = board?.rows.some(({ byFile }) => byFile) ?? false;
  return (
    <Page>
      <div className="max-w-2xl">
        <div className="rounded-lg border border-green-line bg-green-soft px-6 py-5">
          <h1 ref={heading} tabIndex={-1} className="flex items-center gap-3 text-2xl font-semibold text-green outline-none">
            <Glyph name="done" size={22} />
            Yazı {formatNumber(recipients.length)} kuruma gönderime çıktı
          </h1>
          {document ? (
            <p className="code mt-2 text-lg text-ink">
              {document.documentNumber} · {formatDate(document.documentOn)}
            </p>
          ) : null}
        </div>
        {board ? <KepFilesBanner board={board} className="mt-5" /> : null}
        <Panel title="Bundan sonra" className="mt-5">
          <ul className="grid list-disc gap-1.5 pl-5 text-ink-2">
            {isCarried ? null : <li>İletiler sırayla gönderilir; geçici bir sorunda kendiliğinden yeniden denenir.</li>}
            <li>Her kurumun teslim delili geldikçe muhatap çizelgesine işlenir.</li>
            <li>Elden ve postayla teslim edilecekler Bugün sayfanızda görev olarak bekler.</li>
            <li>Sonucu belli olmayan ya da geri dönen gönderiler için kararınız istenir.</li>
          </ul>
        </Panel>
        <SummaryList
          className="small mt-5"
          items={[
            { label: "Konu", value: record.content.subject },
            { label: "Gönderim", value: formatDateTime(new Date(dispatchedAt)) },
            { label: "Durum", value: <CircularTag record={record} /> },
          ]}
        />
        <div className="mt-5 flex flex-wrap items-center gap-3">
          <ButtonLink
            href={`/circulars/${record.id}/recipients`}
            tone="primary"
            icon={<ListChecks size={16} strokeWidth={1.75} aria-hidden="true" />}
          >
            Muhatapların durumu
          </ButtonLink>
          {document ? (
            <a
              href={circularFiles.document(record.id, document.documentDigest)}
              download={`${document.documentNumber}.pdf`}
              className="btn"
            >
              PDF indir
            </a>
          ) : null}
          <Link href={`/circulars/${record.id}`} className="link">
            Yazıya dön
          </Link>
          <MailboxLink />
        </div>
      </div>
    </Page>
  );
}
