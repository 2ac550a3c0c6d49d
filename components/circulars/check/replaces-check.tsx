"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { Banner } from "@/components/ui/banner.tsx";
import type { CircularRecord, Replacement } from "@/lib/circulars/contract.ts";
import { dateAndNumber } from "@/lib/circulars/replacement.ts";
import { formatNumber, someOf, withNumberSuffix } from "@/lib/platform/locale/tr.ts";

/** Before the deed: whose place this letter takes in that moment, and what the old one's recipients will find. */
export function ReplacesCheck({ record }: { record: CircularRecord }) {
  return record.replaces ? <Consequences record={record} replaces={record.replaces} /> : null;
}

function Consequences({ record, replaces }: { record: CircularRecord; replaces: Replacement }) {
  const { data: old } = useQuery(circularQueries.record(replaces.circularId));
  const { documentNumber, documentOn, kind, circularId } = replaces;
  const named = documentNumber && documentOn ? `${dateAndNumber({ documentNumber, documentOn })} yazı` : "önceki yazı";
  const isCancelling = kind === "cancel";
  return (
    <Banner
      tone="amber"
      title={isCancelling ? "Gönderdiğiniz anda bir yazı iptal olur." : "Gönderdiğiniz anda bu yazı başka bir yazının yerine geçer."}
    >
      <span className="block [overflow-wrap:anywhere]">
        {isCancelling ? "İptal edilecek: " : "Yerine geçeceği: "}
        <Link href={`/circulars/${circularId}`} className="link">
          {named}
        </Link>
        . Gönderilmemiş iletileri durur, hatırlatma planı sona erer, beyan alınmaz. Doğrulama sayfası onun için bu yazının tarih ve sayısını
        gösterir.
      </span>
      {old ? <span className="mt-1 block">{recipientsInWords(old, record)}</span> : null}
    </Banner>
  );
}

/** The old link leads on only to whoever gets the new letter too. */
function recipientsInWords(old: CircularRecord, record: CircularRecord): string {
  const reached = new Set(record.recipients.map(({ institutionId }) => institutionId));
  const left = old.recipients.filter(({ institutionId }) => !reached.has(institutionId)).map(({ name }) => name);
  const total = formatNumber(old.recipients.length);
  if (left.length === 0) return `Eski yazının ${total} muhatabının tümü bu yazıyı da alır; eski bağlantıları onları bu yazıya götürür.`;
  const notice = `eski bağlantılarında yalnız bu yazının tarihini ve sayısını görürler: ${someOf(left)}.`;
  if (left.length === old.recipients.length) return `Eski yazının ${total} muhatabından hiçbiri bu yazıyı almaz; ${notice}`;
  const both = withNumberSuffix(formatNumber(old.recipients.length - left.length), "possessive");
  const others = withNumberSuffix(formatNumber(left.length), "possessive");
  return `Eski yazının ${total} muhatabından ${both} bu yazıyı da alır; eski bağlantıları onları bu yazıya götürür. ${others} almaz; ${notice}`;
}
