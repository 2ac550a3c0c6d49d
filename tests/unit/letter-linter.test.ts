import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proposeClosing } from "../../lib/circulars/closing.ts";
import { lintLetter } from "../../lib/circulars/letter-linter.ts";
import { findingsInWords, type LetterRuleCode, letterRules } from "../../lib/circulars/letter-rules.ts";
import { type WrittenLetter, writtenLetter } from "../../lib/circulars/written-letter.ts";
import { seedInstitutions } from "../../prisma/seed-institutions.ts";
import { seedLetter } from "../../prisma/seed-letter.ts";

const page = readFileSync(new URL("./fixtures/seed-letter-ocr.txt", import.meta.url), "utf8");

/** The seed letter as it was received: its text corrected, everything else as it stands on the scanned page. */
function receivedLetter(): WrittenLetter {
  const pages = page.split(/^1\/2$/m);
  const pageOf = (text: RegExp) => pages.findIndex((each) => text.test(each)) + 1;
  return {
    ...seedLetter,
    urgency: "normal",
    dueOn: null,
    proposedClosing: proposeClosing(seedInstitutions.map(({ relation }) => ({ relation, role: "action" }))),
    hasSuperior: false,
    given: {
      documentNumber: /^\s*Say[iı1]\s*:\s*(\S+)/m.exec(page)?.[1] ?? null,
      documentOn: /^\s*Tarih\s*:\s*(\S+)/m.exec(page)?.[1] ?? null,
      verificationCode: /Dogrulama Kodu: (\S+)/.exec(page)?.[1] ?? null,
    },
    pages: { signature: pageOf(/^Ad SOYAD$/m), last: pageOf(/^Dagitim:$/m) },
    placement: null,
  };
}

/** Nothing to find in it; each test says what differs. */
const flawless: WrittenLetter = {
  heading: ["T.C.", "AKSARAY VALİLİĞİ", "Çalışma ve İş Kurumu İl Müdürlüğü"],
  subject: "Çalışma İzni Belgelerinin Yeni Tasarımı",
  references: ["Aksaray Valiliğinin 11.03.2026 tarihli ve E-67915368-903.07.02-4752 sayılı yazısı."],
  body: [
    { kind: "paragraph", text: "İlgi'de kayıtlı yazı ile bildirilen 1.452 belgenin dağıtımı tamamlanmıştır." },
    { kind: "paragraph", text: "İlgililere duyurulması önem arz etmektedir." },
  ],
  closing: "Gereğini rica ederim.",
  urgency: "normal",
  dueOn: null,
  attachments: [{ title: "Örnek", note: "2 sayfa" }],
  proposedClosing: { text: "Gereğini rica ederim.", reason: "Muhatapların tümü alt makamdır (Yönetmelik m.16/12)." },
  hasSuperior: false,
  given: {
    documentNumber: "E-67915368-903.07.02-4752",
    documentOn: "17.03.2026",
    verificationCode: "0D5EED01-6CB4-48F0-A016-10F33E7A5DFC",
  },
  pages: { signature: 2, last: 2 },
  placement: null,
};

const codesOf = (letter: Partial<WrittenLetter>): LetterRuleCode[] => lintLetter({ ...flawless, ...letter }).map(({ code }) => code);
const body = (...texts: string[]): Partial<WrittenLetter> => ({
  body: ["İlgi'de kayıtlı yazı incelenmiştir.", ...texts].map((text) => ({ kind: "paragraph" as const, text })),
});

describe("the seed letter", () => {
  test("has exactly the faults that letter.md A.4 lists", () => {
    const found = lintLetter(receivedLetter());
    expect(found.map(({ code }) => code).toSorted()).toEqual(
      ["EK-01", "GN-03", "I-03", "I-09", "KAPANIS-1", "KOD-1", "S-01", "T-01"].toSorted(),
    );
    const sourceOf = Object.fromEntries(found.map(({ code, source }) => [code, source]));
    expect(sourceOf).toMatchObject({
      "I-03": expect.stringContaining("Kılavuz 12.3"),
      "I-09": expect.stringContaining("Kılavuz 13.2"),
      "EK-01": "Yönetmelik m.18/2",
      "GN-03": "Yönetmelik m.16/5, m.19/3",
      "T-01": "Yönetmelik m.12",
      "S-01": "Yönetmelik m.11",
      "KAPANIS-1": expect.stringContaining("m.16/12"),
    });
  });

  test("has its faults where they are: the number in the reference, the code in its last group", () => {
    const found = lintLetter(receivedLetter());
    const number = found.find(({ code }) => code === "I-03");
    expect(seedLetter.references[0]?.slice(number?.span?.from, number?.span?.to)).toBe("9209");
    expect(found.find(({ code }) => code === "KOD-1")?.mend).toContain("13");
    expect(found.find(({ code }) => code === "KAPANIS-1")).toMatchObject({ severity: "hint", mended: "Gereğini arz ve rica ederim." });
  });

  test("as a draft is not asked for what only the signature gives", () => {
    const draft = { ...receivedLetter(), given: null, pages: null };
    expect(lintLetter(draft).map(({ code }) => code)).toEqual(["I-03", "I-09", "KAPANIS-1", "EK-01"]);
    expect(findingsInWords(lintLetter(draft))).toBe("3 kurala aykırı yer, 1 öneri");
  });
});

test("a letter by the rules has no finding", () => {
  expect(codesOf({})).toEqual([]);
});

test("a signed circular is looked at with its own number, date and code", () => {
  const { urgency, dueOn, heading, ...rest } = flawless;
  const content = { ...rest, urgency, dueOn, layout: "auto" as const, contact: { name: "", title: "", phone: "" } };
  const letter = writtenLetter({
    content: {
      ...content,
      references: [...rest.references],
      body: [...rest.body],
      distributionListId: null,
      recipients: [],
      reviewerIds: [],
      signatoryId: null,
    },
    heading,
    attachments: [{ title: "Örnek", pages: 2 }],
    recipients: [{ relation: "peer" }],
    proposedClosing: flawless.proposedClosing,
    document: {
      documentNumber: "E-67915368-903.07.02-4752",
      documentOn: "2026-03-17",
      verificationCode: "0D5EED01-6CB4-48F0-A016-10F33E7A5DFC",
      documentDigest: "",
      pages: 1,
      preparedAt: "",
      expiresAt: null,
      signedAt: null,
    },
  });
  expect(letter.given?.documentOn).toBe("17.03.2026");
  expect(lintLetter(letter)).toEqual([]);
});

/** A letter that breaks the rule and one that only looks like it. */
const cases: [LetterRuleCode, Partial<WrittenLetter>, Partial<WrittenLetter>][] = [
  ["B-04", { heading: ["Çalışma Ve İş Kurumu"] }, { heading: ["ÇALIŞMA VE SOSYAL GÜVENLİK BAKANLIĞI"] }],
  ["S-01", { given: { ...flawless.given, documentNumber: "E-07915368-903-1" } as WrittenLetter["given"] }, {}],
  ["T-01", { given: { ...flawless.given, documentOn: "17.3.26" } as WrittenLetter["given"] }, {}],
  ["KONU-1", { subject: "Yeni Tasarım." }, { subject: "Örnek Sanayi A.Ş." }],
  ["KONU-2", { subject: "Yeni tasarım" }, { subject: "Aile ve Sosyal Hizmetler ile PTT İşlemleri" }],
  [
    "I-03",
    { references: ["Valiliğin 11.03.2026 tarihli ve 9209 sayılı yazısı."] },
    { references: ["Ali Can'ın 11.03.2026 tarihli başvurusu."] },
  ],
  ["ILGI-1", { references: [flawless.references[0]?.slice(0, -1) ?? ""] }, {}],
  ["ILGI-2", { references: ["Valilik yazısı."] }, { references: ["İsimsiz ve tarihsiz başvuru."] }],
  [
    "ILGI-3",
    { references: ["Ali Can'ın 12.03.2026 tarihli dilekçesi.", "Ali Can'ın 11.03.2026 tarihli dilekçesi."] },
    { references: ["Ali Can'ın 11.03.2026 tarihli dilekçesi.", "Ali Can'ın 12.03.2026 tarihli dilekçesi."] },
  ],
  ["I-09", { body: [{ kind: "paragraph", text: "İlgili birimlere duyurulur." }] }, { ...body("Metin."), references: [] }],
  ["METIN-1", body("Aksaray Valiliği'nin yazısı."), body("İş Kanunu'nun 24'üncü maddesi, Eskil'in nüfusu.")],
  ["METIN-2", body("Toplam 12500 kart."), body("29800 sayılı Gazete, Dosya No: 123456, https://x.tr/12345, 0382 2150000.")],
  ["METIN-3", body("SGK kayıtları."), body("Sosyal Güvenlik Kurumu (SGK) kayıtları; SGK bildirir, PTT dağıtır. II. bölüm")],
  ["KAPANIS-1", { closing: "Gereğini arz ederim." }, { proposedClosing: null }],
  ["KAPANIS-2", body("Duyurulur. Gereğini rica ederim."), body("Duyurulması önem arz eder.")],
  [
    "GUNLU-1",
    { urgency: "timed", dueOn: "2026-03-31" },
    { ...body("31.03.2026 tarihine kadar bildirilir."), urgency: "timed", dueOn: "2026-03-31" },
  ],
  [
    "GUNLU-2",
    body("Görüşünüzün Müdürlüğümüze bildirilmesi gerekmektedir."),
    body("Belgelerin basımı ile izlenecek yola ilişkin duyurunun bildirilmesi."),
  ],
  ["ACELE-1", { ...body("Üç gün, en geç 5 iş günü içinde bildirilir."), urgency: "urgent" }, { ...body("Bildirilir."), urgency: "urgent" }],
  ["ACELE-2", { subject: "İVEDİ Yeni Tasarım" }, { subject: "Acil Durum Planı" }],
  [
    "TEKIT-1",
    { subject: "Tekit Yazısı", references: [], closing: "Gereğini tekiden rica ederim." },
    { subject: "Tekit Yazısı", closing: "Gereğini tekiden rica ederim." },
  ],
  ["TEKIT-2", { subject: "Tekit Yazısı" }, { subject: "Tekit Yazısı", closing: "Gereğini tekiden rica ederim." }],
  ["TEKIT-3", { subject: "Tekit Yazısı", closing: "Gereğini tekiden rica ederim.", hasSuperior: true }, { hasSuperior: true }],
  ["EK-01", { attachments: [{ title: "Örnek", note: null }] }, { attachments: [{ title: "Örnek (1 adet CD)", note: null }] }],
  ["GN-03", { pages: { signature: 1, last: 2 } }, { pages: null }],
  ["DAGITIM-1", { placement: { isTogether: true, hadRoom: true } }, { placement: { isTogether: true, hadRoom: false } }],
  ["ALAN-1", body("{{donem}} için veriler."), body("{donem} için [il] verileri.")],
  ["KOD-1", { given: { ...flawless.given, verificationCode: "0D5EED01-6CB4" } as WrittenLetter["given"] }, { given: null }],
];

describe.each(cases)("%s", (code, broken, kept) => {
  test("is found alone, with its article and how to mend it", () => {
    const found = lintLetter({ ...flawless, ...broken });
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(found[0]).toMatchObject(letterRules[code]);
    expect(found[0]?.mend).toMatch(/\p{Lu}.*\p{L}/u);
  });

  test("is not found where it is kept", () => {
    expect(codesOf(kept)).toEqual([]);
  });
});

test("every rule has its case", () => {
  expect(cases.map(([code]) => code).toSorted()).toEqual(Object.keys(letterRules).toSorted());
});

test("mending what is offered takes the finding away", () => {
  const broken = [
    { subject: "yeni tasarım." },
    { references: ["Ali Can'ın 11.03.2026 tarihli dilekçesi"] },
    body("Aksaray Valiliği'nin 12500 kartı."),
    { closing: "Bilgilerinizi arz ederim." },
    body("Duyurulur. Gereğini rica ederim."),
    { ...body("Cevabın {{son_tarih}}'e kadar verilmesi."), urgency: "timed" as const, dueOn: "2026-04-15" },
  ];
  for (const part of broken) {
    let letter: WrittenLetter = { ...flawless, ...part };
    for (let step = 0; step < 5 && lintLetter(letter).length > 0; step += 1) letter = mended(letter);
    expect(lintLetter(letter), JSON.stringify(part)).toEqual([]);
  }
});

function mended(letter: WrittenLetter): WrittenLetter {
  const found = lintLetter(letter).find((each) => each.mended !== null);
  const text = found?.mended;
  if (!found || !text) throw new Error("nothing is offered");
  const { field, index } = found.place;
  if (field === "body") return { ...letter, body: letter.body.map((block, at) => (at === index ? { ...block, text } : block)) };
  if (field === "references") return { ...letter, references: letter.references.map((each, at) => (at === index ? text : each)) };
  return { ...letter, [field]: text };
}

test("whatever is written, every span lies inside its own text and says something", () => {
  const piece = fc.constantFrom(
    "Aksaray Valiliği'nin ",
    "12500 ",
    "İVEDİ ",
    "SGK ",
    "İlgi ",
    "9209 sayılı ",
    "arz ederim. ",
    "11.03.2026 tarihli ve ",
    "ş",
    " ",
    ".",
  );
  const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), fc.array(text, { maxLength: 3 }), (subject, references, texts) => {
      const letter = { ...flawless, subject, references, body: texts.map((each) => ({ kind: "paragraph" as const, text: each })) };
      for (const { place, span } of lintLetter(letter)) {
        if (!span) continue;
        const texts = { subject: [subject], references, body: letter.body.map((block) => block.text) }[place.field as "subject"];
        const whole = texts?.[place.index] ?? " ".repeat(500);
        expect(span.from).toBeGreaterThanOrEqual(0);
        expect(span.to).toBeGreaterThan(span.from);
        expect(span.to).toBeLessThanOrEqual(whole.length);
      }
    }),
  );
});

test("a layout that the writer chose is judged by how the letter came to stand", () => {
  const judged = (placement: WrittenLetter["placement"]) => lintLetter({ ...flawless, placement }).map(({ code }) => code);
  expect(judged({ isTogether: false, hadRoom: false })).toEqual(["GN-03"]);
  expect(judged({ isTogether: true, hadRoom: true })).toEqual(["DAGITIM-1"]);
  expect(judged({ isTogether: true, hadRoom: false })).toEqual([]);
});
