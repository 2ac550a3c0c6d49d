"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { FindingList } from "@/components/circulars/composer/finding-list.tsx";
import { useInstitutionLookup } from "@/components/circulars/composer/recipients-section.tsx";
import { type Section, sectionHref, sectionNames } from "@/components/circulars/composer/section-tasks.tsx";
import { SubmitDeed } from "@/components/circulars/composer/submit-deed.tsx";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { subjectOf, urgencyLabels } from "@/components/circulars/labels.ts";
import { recipientWords } from "@/components/circulars/record/record-facts.tsx";
import { PlannedReminders } from "@/components/circulars/reminders/planned-reminders.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { type SummaryItem, SummaryList } from "@/components/ui/summary-list.tsx";
import type { Colleague } from "@/lib/access/contract.ts";
import type { CircularRecord } from "@/lib/circulars/contract.ts";
import { signatureLines } from "@/lib/circulars/signature-lines.ts";
import { formatBytes, formatDate } from "@/lib/platform/locale/tr.ts";

/** Check answers, then the deed: submitting freezes text, attachments and recipients together (N1). */
export function CheckSection() {
  const { content, record } = useDraft();
  const lookup = useInstitutionLookup();
  const colleagues = useQuery(circularQueries.colleagues());
  const people = new Map(colleagues.data?.colleagues.map(({ id, name, title }) => [id, `${name}, ${title}`]));
  const change = (section: Section) => ({ href: sectionHref(section), what: sectionNames[section] });
  const items: SummaryItem[] = [
    { label: "Konu", value: subjectOf(content.subject), change: change("content") },
    { label: "Kapanış", value: content.closing || "Yazılmadı", change: change("content") },
    {
      label: "Ekler",
      value: record.attachments.length === 0 ? "Ek yok" : record.attachments.map(({ title }) => title).join(", "),
      change: change("attachments"),
    },
    { label: "İletinin boyutu", value: `${formatBytes(record.size.bytes)}, sınır ${formatBytes(record.size.limit)}` },
    {
      label: "Muhataplar",
      value: recipientWords(content.recipients),
      change: change("recipients"),
    },
    {
      label: "İvedilik",
      value: [urgencyLabels[content.urgency], content.dueOn && formatDate(content.dueOn)].filter(Boolean).join(" · "),
      change: change("roles"),
    },
    { label: "Hatırlatma", value: <PlannedReminders circularId={record.id} />, change: change("roles") },
    {
      label: "Paraf sırası",
      value: content.reviewerIds.map((id) => people.get(id) ?? "Eski kullanıcı").join(", ardından ") || "Paraf istenmedi",
      change: change("reviewers"),
    },
    {
      label: "İmza",
      value: content.signatoryId ? signatoryWords(colleagues.data?.colleagues.find(({ id }) => id === content.signatoryId)) : "Seçilmedi",
      change: change("reviewers"),
    },
  ];
  return (
    <div className="grid gap-5">
      <SummaryList items={items} className="small border-y border-line" />
      <OpenPoints checks={record.checks} />
      <FindingList headingLevel="h3" />
      <SubmitDeed reachable={(id) => lookup(id).channels.length > 0} />
    </div>
  );
}

/** The name with what will stand under it: "Hasan Çetin, İl Müdürü V.". */
function signatoryWords(person: Colleague | undefined): string {
  if (!person) return "Eski kullanıcı";
  const { name, title, authority } = person;
  return [name, ...(authority ? signatureLines(authority, authority.title) : [title])].join(", ");
}

function OpenPoints({ checks }: { checks: CircularRecord["checks"] }) {
  const open = checks.filter(({ status, section }) => status !== "done" && section !== "check");
  if (open.length === 0) {
    return (
      <p className="small flex items-center gap-2">
        <Glyph name="done" className="text-green" />
        Eksik bölüm ve uyarı yok.
      </p>
    );
  }
  return (
    <ul className="grid gap-1.5">
      {open.map(({ section, status, sentence }) => (
        <li key={section} className="small flex items-baseline gap-2">
          <Glyph name={status === "missing" ? "alert" : "waiting"} className={status === "missing" ? "text-red" : "text-amber"} />
          <span>
            <Link href={sectionHref(section)} className="link">
              {sectionNames[section]}
            </Link>
            : {sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}
