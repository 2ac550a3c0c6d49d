// "Tekit Yazısı": the request of an unanswered letter once more (Regulation m.34, guide K 30). Its subject is fixed, the
// unanswered letter is its reference, it asks "tekiden", and it goes to no superior.
import type { BodyBlock } from "./contract.ts";
import { type ReplacedLetter, referenceTo } from "./replacement.ts";

type Written = { subject: string; references: string[]; body: BodyBlock[]; closing: string };

export function repeatingText(letter: ReplacedLetter, subject: string): Written {
  return {
    subject: "Tekit Yazısı",
    references: [referenceTo(letter)],
    body: [
      {
        kind: "paragraph",
        text: `İlgi'de kayıtlı “${subject.trim()}” konulu yazımızın alındığına ve gereğine ilişkin bildiriminiz bugüne kadar Müdürlüğümüze ulaşmamıştır.`,
      },
    ],
    closing: "Gereğini tekiden rica ederim.",
  };
}
