import { describe, expect, test } from "vitest";
import type { BodyBlock } from "../../lib/circulars/contract.ts";
import { lintLetter } from "../../lib/circulars/letter-linter.ts";
import { citedReference, referenceMark } from "../../lib/circulars/reference-letters.ts";
import { cancellingText, supersedingText } from "../../lib/circulars/replacement.ts";

const letter = { documentNumber: "E-99000068-605.01-12", documentOn: "2026-03-17" };
const incoming = "Bakanlığın 11.03.2026 tarihli ve E-99000001-605.01-9941 sayılı yazısı.";
const paragraph = (text: string): BodyBlock => ({ kind: "paragraph", text });

const textRules = (written: { subject: string; references: string[]; body: BodyBlock[] }) =>
  lintLetter({
    ...written,
    heading: ["T.C.", "AKSARAY VALİLİĞİ"],
    given: null,
    closing: "Gereğini rica ederim.",
    proposedClosing: null,
    urgency: "normal",
    dueOn: null,
    attachments: [],
    hasSuperior: false,
    pages: null,
    placement: null,
  })
    .filter(({ place }) => ["subject", "references", "body"].includes(place.field))
    .map(({ code }) => code);

describe("a letter in the place of another", () => {
  test("names the old one last among its references and first in its text", () => {
    const old = { subject: "Kartların Yeni Tasarımı", references: [incoming], body: [paragraph("İlgi'de kayıtlı yazı ekte sunulmuştur.")] };
    const { subject, references, body } = supersedingText(old, letter);
    expect(subject).toBe(old.subject);
    expect(references).toEqual([incoming, "17.03.2026 tarihli ve E-99000068-605.01-12 sayılı yazımız."]);
    expect(body.map(({ text }) => text)).toEqual([
      "İlgi (b)'de kayıtlı yazımız işlemden kaldırılmış olup yerine bu yazımız geçmiştir.",
      "İlgi (a)'da kayıtlı yazı ekte sunulmuştur.",
    ]);
    expect(textRules({ subject, references, body })).toEqual([]);
  });

  test("without older references cites the old one without a letter, and leaves the text as it was", () => {
    const old = { subject: "Kartların Yeni Tasarımı", references: [], body: [paragraph("Kartlar yenilenmiştir.")] };
    const written = supersedingText(old, letter);
    expect(written.body[0]?.text).toMatch(/^İlgi'de kayıtlı yazımız /u);
    expect(written.body[1]).toEqual(old.body[0]);
    expect(textRules(written)).toEqual([]);
  });

  test("keeps letters that the old text already gives its references", () => {
    const old = { subject: "Kartlar", references: [incoming, incoming], body: [paragraph("İlgi (b)'de kayıtlı yazı sunulmuştur.")] };
    expect(supersedingText(old, letter).body[1]).toEqual(old.body[0]);
  });

  test("fits into the most references a letter has", () => {
    const old = { subject: "Kartlar", references: Array.from({ length: 29 }, () => incoming), body: [] };
    expect(supersedingText(old, letter).references).toHaveLength(29);
    expect(supersedingText(old, letter).references.at(-1)).toMatch(/yazımız\.$/u);
  });
});

describe("a letter that cancels another", () => {
  test("says by date and number what is no longer in force, in the form of the rules", () => {
    const written = cancellingText({ subject: "Kartların Yeni Tasarımı" }, letter);
    expect(written.subject).toBe("Kartların Yeni Tasarımı Konulu Yazının İptali");
    expect(written.body[0]?.text).toContain("17.03.2026 tarihli ve E-99000068-605.01-12 sayılı yazımız işlemden kaldırılmıştır");
    expect(textRules(written)).toEqual([]);
  });

  test("has a subject that fits, whatever the old one's length", () => {
    expect(cancellingText({ subject: "a".repeat(300) }, letter).subject).toBe("Yazının İptali");
  });
});

test.each([
  [0, 1, "", "İlgi'de"],
  [0, 2, "a)", "İlgi (a)'da"],
  [3, 4, "ç)", "İlgi (ç)'de"],
  [10, 12, "ı)", "İlgi (ı)'da"],
])("reference %i of %i", (index, count, mark, cited) => {
  expect(referenceMark(index, count)).toBe(mark);
  expect(citedReference(index, count)).toBe(cited);
});
