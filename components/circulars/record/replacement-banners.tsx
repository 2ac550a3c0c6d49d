import Link from "next/link";
import { Banner } from "@/components/ui/banner.tsx";
import type { CircularRecord, Replacement } from "@/lib/circulars/contract.ts";
import { dateAndNumber } from "@/lib/circulars/replacement.ts";

/** On the old letter: what stands in its place, or is being prepared to. */
export function ReplacedBanner({ replacedBy }: { replacedBy: Replacement | null }) {
  if (!replacedBy) return null;
  const isCancelled = replacedBy.kind === "cancel";
  if (!replacedBy.sentAt) {
    return (
      <Banner tone="amber" title={isCancelled ? "Bu yazı için iptal yazısı hazırlanıyor." : "Bu yazının yerine yeni yazı hazırlanıyor."}>
        <OtherLetter of={replacedBy} unnumbered="Hazırlanan yazıyı aç" />. O gönderilene kadar bu yazı yürürlüktedir.{" "}
        <Reason of={replacedBy} />
      </Banner>
    );
  }
  return (
    <Banner tone="grey" title={isCancelled ? "Bu yazı iptal edildi." : "Bu yazının yerine başka yazı geçti."}>
      {isCancelled ? "İptal eden: " : "Yerine geçen: "}
      <OtherLetter of={replacedBy} unnumbered="yazıyı aç" />. <Reason of={replacedBy} /> Bu yazının gönderilmemiş iletileri durduruldu;
      muhataplara hatırlatılmaz, beyan alınmaz. Deliller saklanır.
    </Banner>
  );
}

/** On the new letter: whose place it takes, and from when. */
export function ReplacesBanner({ record, className }: { record: CircularRecord; className?: string }) {
  const { replaces, dispatchedAt } = record;
  if (!replaces) return null;
  const isCancelling = replaces.kind === "cancel";
  const other = <OtherLetter of={replaces} unnumbered="önceki yazı" />;
  if (dispatchedAt) {
    return (
      <Banner
        tone="grey"
        glyph="done"
        title={isCancelling ? "Bu yazı başka bir yazıyı iptal etti." : "Bu yazı başka bir yazının yerine geçti."}
        className={className}
      >
        {isCancelling ? "İptal edilen: " : "Yerine geçtiği: "}
        {other}. <Reason of={replaces} />
      </Banner>
    );
  }
  return (
    <Banner
      tone="blue"
      title={isCancelling ? "Bu yazı gönderilince başka bir yazıyı iptal eder." : "Bu yazı gönderilince başka bir yazının yerine geçer."}
      className={className}
    >
      {isCancelling ? "İptal edilecek: " : "Yerine geçeceği: "}
      {other}. O ana kadar önceki yazı yürürlüktedir. <Reason of={replaces} />
    </Banner>
  );
}

/** By date and number, as a letter is named; one without a number by what opens it. */
function OtherLetter({ of, unnumbered }: { of: Replacement; unnumbered: string }) {
  const { circularId, documentNumber, documentOn } = of;
  return (
    <Link href={`/circulars/${circularId}`} className="link [overflow-wrap:anywhere]">
      {documentNumber && documentOn ? `${dateAndNumber({ documentNumber, documentOn })} yazı` : unnumbered}
    </Link>
  );
}

const Reason = ({ of }: { of: Replacement }) => (
  <>
    Gerekçe: <q className="text-ink">{of.reason}</q>
  </>
);
