import { currentReviews } from "@/components/circulars/record/reviews.ts";
import { Glyph, type GlyphName } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { type Tone, toneText } from "@/components/ui/tone.ts";
import type { CircularRecord, ReviewRow } from "@/lib/circulars/contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

type Step = { key: string; name: string; title: string; words: string; comment: string | null; tone: Tone; glyph: GlyphName };

/** Who has initialled, whose turn it is, who signs: the order is the road the letter takes. */
export function ReviewsPanel({ record }: { record: CircularRecord }) {
  const reviews = currentReviews(record);
  const rounds = Math.max(1, ...record.reviews.map(({ round }) => round));
  const steps = [...reviewSteps(record, reviews), ...signatureStep(record)];
  return (
    <Panel title="Paraf ve imza" aside={rounds > 1 ? `${rounds}. tur` : undefined}>
      <ol className="grid gap-3">
        {steps.map(({ key, name, title, words, comment, tone, glyph }) => (
          <li key={key} className="small flex gap-3">
            <Glyph name={glyph} size={13} className={`mt-1 ${toneText[tone]}`} />
            <span className="min-w-0">
              <span className="font-medium">{name}</span> <span className="text-ink-3">{title}</span>
              <span className="block text-ink-2">{words}</span>
              {comment ? <q className="block">{comment}</q> : null}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function reviewSteps(record: CircularRecord, reviews: readonly ReviewRow[]): Step[] {
  const onTurn = record.state === "in_initials" ? reviews.find(({ decision }) => decision === null) : undefined;
  return reviews.map((review) => {
    const { person, decision, decidedAt, comment, position } = review;
    const base = { key: `${review.round}-${position}`, name: person.name, title: person.title, comment };
    const at = decidedAt ? formatDateTime(new Date(decidedAt)) : "";
    if (decision === "initialled") return { ...base, words: `Parafladı, ${at}`, tone: "green", glyph: "done" };
    if (decision === "returned") return { ...base, words: `İade etti, ${at}`, tone: "red", glyph: "alert" };
    if (review === onTurn) return { ...base, words: "Sıra onda", tone: "amber", glyph: "waiting" };
    return { ...base, words: "Sırasını bekliyor", tone: "grey", glyph: "empty" };
  });
}

function signatureStep({ signatory, document, state }: CircularRecord): Step[] {
  if (!signatory) return [];
  const base = { key: "signature", name: signatory.name, title: signatory.lines.join(", "), comment: null };
  if (document?.signedAt) {
    return [{ ...base, words: `İmzaladı, ${formatDateTime(new Date(document.signedAt))}`, tone: "green", glyph: "done" }];
  }
  if (state === "prepared") return [{ ...base, words: "İmzaya hazırladı", tone: "blue", glyph: "half" }];
  if (state === "awaiting_signature") return [{ ...base, words: "İmzası bekleniyor", tone: "amber", glyph: "waiting" }];
  return [{ ...base, words: "Paraflardan sonra imzalar", tone: "grey", glyph: "empty" }];
}
