/**
 * The task list of a draft: what each section still lacks, in words (product.md A12). `submit` refuses while one is
 * missing; a warning lets the drafter go on.
 */
import { formatBytes, formatDate, formatNumber, someOf } from "../platform/locale/tr.ts";
import { wordsOfBlock } from "./body-table.ts";
import type { DraftContent, RecipientRow, SectionCheck } from "./contract.ts";
import { unfilledInWords } from "./letter-field-rules.ts";
import { findingsInWords, type LetterFinding } from "./letter-rules.ts";
import { unprintableCharacters } from "./printable-characters.ts";
import type { ReminderBasis } from "./reminder-plan.ts";

export type CheckedDraft = {
  content: DraftContent;
  recipients: Pick<RecipientRow, "name" | "channels">[];
  attachmentCount: number;
  size: { bytes: number; limit: number };
  reviewerNames: string[];
  /** `stoodInForBy`: who signs today in the place of whoever was chosen. */
  signatory: { name: string; isDrafter: boolean; hasAuthority: boolean; stoodInForBy: string | null } | null;
  findings: readonly LetterFinding[];
  /** What the reminders count from; null while none are planned. */
  reminderBasis: ReminderBasis | null;
  today: string;
};

type Section = SectionCheck["section"];
const check = (section: Section, status: SectionCheck["status"], sentence: string): SectionCheck => ({ section, status, sentence });

export function checkDraft(draft: CheckedDraft): SectionCheck[] {
  const sections = [
    withFindings(contentCheck(draft), draft.findings, isInContent),
    withFindings(attachmentsCheck(draft), draft.findings, ({ place }) => place.field === "attachments"),
    withFindings(recipientsCheck(draft), draft.findings, ({ place }) => place.field === "recipients"),
    rolesCheck(draft),
    reviewersCheck(draft),
  ];
  return [...sections, overall(sections)];
}

const isInContent = ({ place }: LetterFinding): boolean => place.field !== "attachments" && place.field !== "recipients";

/** A finding warns and never stops: it speaks where nothing is missing. */
function withFindings(section: SectionCheck, findings: readonly LetterFinding[], isHere: (found: LetterFinding) => boolean): SectionCheck {
  const here = findings.filter(isHere);
  if (section.status !== "done" || here.length === 0) return section;
  return { ...section, status: "warning", sentence: findingsInWords(here) };
}

export const isReady = (checks: SectionCheck[]): boolean => checks.every(({ status }) => status !== "missing");

function contentCheck({ content }: CheckedDraft): SectionCheck {
  const lacking = [!content.subject && "konu", !content.body.some(({ text }) => text) && "metin", !content.closing && "kapanış"].filter(
    Boolean,
  );
  if (lacking.length > 0) return check("content", "missing", `Yazılmadı: ${lacking.join(", ")}`);
  const unfilled = unfilledInWords(content);
  if (unfilled.length > 0) return check("content", "missing", `Doldurulmamış alan: ${someOf(unfilled, { what: "alan" })}`);
  const characters = unprintableCharacters(printedText(content));
  if (characters.length > 0) return check("content", "missing", `Yazı tipinde olmayan karakter: ${characters.slice(0, 5).join(" ")}`);
  return check("content", "done", "Metin, ilgi ve kapanış yazıldı");
}

const printedText = (content: DraftContent): string =>
  [content.subject, content.closing, ...content.references, ...content.body.map(wordsOfBlock), ...Object.values(content.contact)].join(
    "\n",
  );

function attachmentsCheck({ attachmentCount, size }: CheckedDraft): SectionCheck {
  if (size.bytes > size.limit) {
    return check("attachments", "missing", `${formatBytes(size.bytes)}; KEP iletisi en çok ${formatBytes(size.limit)} olabilir`);
  }
  return check("attachments", "done", attachmentCount === 0 ? "Ek yok" : `${attachmentCount} dosya · ${formatBytes(size.bytes)}`);
}

function recipientsCheck({ recipients }: CheckedDraft): SectionCheck {
  if (recipients.length === 0) return check("recipients", "missing", "Muhatap seçilmedi");
  const unreachable = recipients.filter(({ channels }) => channels.length === 0);
  if (unreachable.length === 1) return check("recipients", "missing", `${unreachable[0]?.name}: kanalı yok`);
  if (unreachable.length > 1) return check("recipients", "missing", `${unreachable.length} kurumun kanalı yok`);
  return check("recipients", "done", `${formatNumber(recipients.length)} kurum`);
}

function rolesCheck({ content, reminderBasis, today }: CheckedDraft): SectionCheck {
  if (content.urgency === "timed" && !content.dueOn) return check("roles", "missing", "Günlü yazının son günü yazılmadı");
  if (content.urgency === "urgent" && content.dueOn) return check("roles", "missing", "ACELE yazıda süre belirtilmez (Yönetmelik m.26)");
  if (content.dueOn && content.dueOn < today) return check("roles", "missing", `Son gün geçmiş: ${formatDate(content.dueOn)}`);
  if (reminderBasis === "due_date" && !content.dueOn) return check("roles", "missing", "Hatırlatma planı son güne bağlı; son gün yok");
  const action = content.recipients.filter(({ role }) => role === "action").length;
  const information = content.recipients.length - action;
  const parts = [
    action > 0 && `${action} gereği`,
    information > 0 && `${information} bilgi`,
    content.dueOn && formatDate(content.dueOn),
    reminderBasis && "hatırlatma planlı",
  ];
  return check("roles", "done", parts.filter(Boolean).join(" · ") || "Muhatap bekleniyor");
}

function reviewersCheck({ reviewerNames, signatory }: CheckedDraft): SectionCheck {
  if (!signatory) return check("reviewers", "missing", "İmzalayacak kişi seçilmedi");
  if (signatory.isDrafter) return check("reviewers", "missing", "Yazıyı hazırlayan imzalayamaz");
  if (!signatory.hasAuthority) return check("reviewers", "missing", `${signatory.name}: bugün imza yetkisi yok`);
  if (signatory.stoodInForBy) {
    return check("reviewers", "warning", `Bugün ${signatory.stoodInForBy} vekâlet ediyor; imzaya ${signatory.name} seçili`);
  }
  return check("reviewers", "done", [...reviewerNames, signatory.name].join(", ardından "));
}

function overall(sections: SectionCheck[]): SectionCheck {
  const missing = sections.filter(({ status }) => status === "missing").length;
  const warnings = sections.filter(({ status }) => status === "warning").length;
  if (missing > 0) return check("check", "missing", `${missing} bölüm eksik`);
  if (warnings > 0) return check("check", "warning", `${warnings} uyarı, engel yok`);
  return check("check", "done", "Parafa sunulabilir");
}
