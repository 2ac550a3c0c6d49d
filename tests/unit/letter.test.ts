import { describe, expect, it } from "vitest";
import type { Letter } from "../../lib/circulars/letter.ts";
import { unprintableCharacters } from "../../lib/circulars/printable-characters.ts";
import { LetterError } from "../../lib/circulars/server/letter/letter-error.ts";
import { renderLetter } from "../../lib/circulars/server/letter/render-letter.ts";
import { pdfLines, pdfText } from "./fixtures/pdf-text.ts";
import { printedSeedLetter, seedBodyLines, seedDatives } from "./fixtures/seed-letter.ts";

const createdAt = new Date("2026-11-23T07:15:00Z");

async function printed(change: Partial<Letter> = {}) {
  const { pdf, pageCount } = renderLetter({ ...printedSeedLetter, ...change }, { createdAt });
  const pages = await pdfText(pdf);
  return { pdf, pageCount, pages, lines: pages.map(pdfLines) };
}

const paragraphs = (count: number): Letter["body"] =>
  Array.from({ length: count }, (_, index) => ({ kind: "paragraph", text: `Cümle ${index}. `.repeat(30) }));

describe("the seed letter", () => {
  it("has two pages: text and signature on the first, the list of 24 institutions in order on the second", async () => {
    const { pageCount, lines } = await printed();
    expect(pageCount).toBe(2);
    expect(lines[0]).toEqual(expect.arrayContaining(["Ad SOYAD", "İl Müdürü", "Dağıtım:", "Dağıtım Listesi"]));
    expect(lines[1]?.slice(0, 25)).toEqual(["DAĞITIM LİSTESİ", ...seedDatives]);
  });

  it("breaks its lines where the signed original does, every Turkish letter right", async () => {
    const [first] = (await printed()).lines;
    const begin = first?.findIndex((line) => line.startsWith("Yabancılara")) ?? 0;
    expect(first?.slice(begin, begin + seedBodyLines.length)).toEqual(seedBodyLines);
    expect(first?.slice(0, 8)).toEqual([
      "T.C.",
      "AKSARAY VALİLİĞİ",
      "Çalışma ve İş Kurumu İl Müdürlüğü",
      "Sayı : E-00000000-000.00-0000000 23.11.2026",
      "Konu : Çalışma İzni Belgelerinin Yeni Tasarımı",
      "KEP",
      "DAĞITIM YERLERİNE",
      "İlgi : Aksaray Valiliğinin 11.03.2026 tarihli ve 9209 sayılı yazısı.",
    ]);
  });

  it("carries phrase, code, address, contact and page number at the foot of every page", async () => {
    const { lines } = await printed();
    lines.forEach((page, index) => {
      expect(page.slice(-7)).toEqual([
        "TEST – hukuken geçerli elektronik imza taşımaz.",
        "Belge Doğrulama Kodu: 00000000-0000-4000-8000-000000000000 Belge Doğrulama Adresi: http://localhost:3000/verify",
        "Adres: Hassas Mah. 6601 Sk. No:5 Merkez AKSARAY Ayrıntılı bilgi için: Ad SOYAD",
        "Telefon No: 0382 000 00 00 Faks No: 0382 000 00 00 Şef",
        "e-Posta: aksaray@iskur.test İnternet Adresi: www.iskur.gov.tr Telefon No: 0382 000 00 00",
        "KEP Adresi: aksarayiskur@hs01.kep.tr",
        `${index + 1}/2`,
      ]);
    });
  });

  it("keeps every word within 1,5 cm of the edges", async () => {
    const margin = (1.5 / 2.54) * 72;
    for (const piece of (await printed()).pages.flat()) {
      expect(piece.x).toBeGreaterThanOrEqual(margin - 0.01);
      expect(piece.right).toBeLessThanOrEqual(595.28 - margin + 0.01);
    }
  });

  it("is PDF/A-1a by its own account: tagged, fonts inside, colours defined, not encrypted", async () => {
    const text = (await printed()).pdf.toString("latin1");
    expect(text.slice(0, 8)).toBe("%PDF-1.4");
    for (const part of ["<pdfaid:part>1</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>"]) expect(text).toContain(part);
    for (const key of ["/OutputIntents", "/MarkInfo", "/Marked true", "/StructTreeRoot", "/Lang (tr-TR)", "/ID [("])
      expect(text).toContain(key);
    expect(text).not.toMatch(/\/Encrypt|\/SMask|\/JavaScript|\/EmbeddedFile/);
    expect(text.match(/\/FontDescriptor\b/g)?.length).toBeGreaterThan(0);
    expect(text.match(/\/Type \/FontDescriptor/g)?.length).toBe(text.match(/\/FontFile2 /g)?.length);
  });

  it("the same letter and time give the same bytes", async () => {
    expect((await printed()).pdf.equals((await printed()).pdf)).toBe(true);
  });
});

describe("layout of a letter", () => {
  it("a short letter with few recipients stays on one page, without page number", async () => {
    const { pageCount, lines } = await printed({ body: paragraphs(1), recipients: printedSeedLetter.recipients.slice(0, 5) });
    expect(pageCount).toBe(1);
    expect(lines[0]?.filter((line) => seedDatives.includes(line))).toEqual(seedDatives.slice(0, 5));
    expect(lines[0]?.join()).not.toMatch(/Dağıtım Listesi|1\/1/);
  });

  it("with recipients for information, Gereği and Bilgi stand side by side", async () => {
    const recipients: Letter["recipients"] = [
      { dative: "Eskil Kaymakamlığına", role: "action" },
      { dative: "Aksaray Valiliğine", role: "information" },
    ];
    const { lines } = await printed({ body: paragraphs(1), recipients });
    expect(lines[0]).toEqual(expect.arrayContaining(["Gereği: Bilgi:", "Eskil Kaymakamlığına Aksaray Valiliğine"]));
  });

  it("signature, attachments and distribution stand together on the last page of the text, however long it is", async () => {
    for (let count = 1; count <= 14; count++) {
      const { lines } = await printed({ body: paragraphs(count), recipients: printedSeedLetter.recipients.slice(0, 3) });
      const pageOf = (text: string) => lines.findIndex((page) => page.includes(text));
      expect([pageOf("Ad SOYAD"), pageOf("Gereğini arz ederim.")], `${count} paragraphs`).toEqual([pageOf("Dağıtım:"), pageOf("Dağıtım:")]);
      expect(pageOf("Ad SOYAD")).toBeGreaterThanOrEqual(0);
      expect(lines.flat().filter((line) => line === "T.C.")).toHaveLength(1);
    }
  });

  it("a single addressee is not repeated as distribution", async () => {
    const { lines } = await printed({ addressee: "AKSARAY VALİLİĞİNE", recipients: [{ dative: "Aksaray Valiliğine", role: "action" }] });
    expect(lines.flat().join()).not.toMatch(/Dağıtım:|DAĞITIM/);
  });

  it("several references are lettered by the Turkish alphabet, items numbered anew after a paragraph", async () => {
    const { lines } = await printed({
      references: ["birinci", "ikinci", "üçüncü", "dördüncü"],
      body: [
        { kind: "item", text: "elma" },
        { kind: "item", text: "armut" },
        { kind: "paragraph", text: "ara" },
        { kind: "item", text: "kiraz" },
      ],
    });
    expect(lines[0]).toEqual(
      expect.arrayContaining(["İlgi : a) birinci", "b) ikinci", "c) üçüncü", "ç) dördüncü", "1) elma", "2) armut", "ara", "1) kiraz"]),
    );
  });

  it("many attachments are numbered, and get a page of their own when they do not fit", async () => {
    const attachments = (count: number) => Array.from({ length: count }, (_, index) => ({ title: `Belge ${index + 1}`, note: "3 sayfa" }));
    expect((await printed({ body: paragraphs(1), attachments: attachments(2) })).lines[0]).toContain("2- Belge 2 (3 sayfa)");
    const many = await printed({ attachments: attachments(60) });
    expect(many.lines[0]).toContain("Ek: Ek Listesi");
    expect(many.lines.flat()).toEqual(expect.arrayContaining(["EK LİSTESİ", "60- Belge 60 (3 sayfa)", "DAĞITIM LİSTESİ"]));
  });

  it("urgency is told on the first page only", async () => {
    for (const [urgency, word] of [
      ["urgent", "ACELE"],
      ["timed", "GÜNLÜDÜR"],
    ] as const) {
      expect((await printed({ urgency })).lines.map((page) => page.filter((line) => line.includes(word)).length)).toEqual([1, 0]);
    }
  });

  it("two thousand recipients fill pages, none missing, in order", async () => {
    const names = Array.from({ length: 2_000 }, (_, index) => `${index + 1}. Kuruma`);
    const { lines } = await printed({ recipients: names.map((dative) => ({ dative, role: "action" })) });
    expect(lines.flat().filter((line) => line.endsWith(". Kuruma"))).toEqual(names);
  });

  it("a word longer than a line breaks within the margins and stays whole for whoever copies it", async () => {
    const word = "ş".repeat(400);
    const { pages } = await printed({ body: [{ kind: "paragraph", text: word }] });
    expect(Math.max(...pages.flat().map((piece) => piece.right))).toBeLessThanOrEqual(595.28 - 42);
    expect(pages[0]?.map((piece) => piece.text.replaceAll("\u200b", "")).join("")).toContain(word);
  });
});

describe("what a user writes", () => {
  it("prints literally, however much it looks like markup", async () => {
    const text = '#import "x" $a^2$ *kalın* _eğik_ `kod` <b> \\ #{1+1} // @ref [x] = baş -- ... ~';
    const { lines } = await printed({ subject: "#set *x*", body: [{ kind: "paragraph", text }] });
    expect(lines[0]).toEqual(expect.arrayContaining([text, "Konu : #set *x*"]));
  });

  it("a character without a glyph is refused by name, not swallowed", () => {
    const refused = () => renderLetter({ ...printedSeedLetter, subject: "Karşılama 😀" }, { createdAt });
    expect(refused).toThrow(LetterError);
    expect(refused).toThrow(expect.objectContaining({ code: "unprintable", characters: ["😀"] }));
  });

  it("every character the composer accepts makes a valid letter", () => {
    const accepted: string[] = [];
    for (let codePoint = 0x20; codePoint < 0xfb50; codePoint++) {
      const character = String.fromCodePoint(codePoint);
      if (!/\p{Cs}/u.test(character) && unprintableCharacters(character).length === 0) accepted.push(character);
    }
    const body: Letter["body"] = [];
    for (let at = 0; at < accepted.length; at += 60) body.push({ kind: "paragraph", text: accepted.slice(at, at + 60).join(" ") });
    expect(renderLetter({ ...printedSeedLetter, body }, { createdAt }).pageCount).toBeGreaterThan(2);
  });

  it("an empty draft has a page", async () => {
    const empty = {
      subject: "",
      addressee: "",
      closing: "",
      references: [],
      body: [],
      attachments: [],
      recipients: [],
      deliveryNote: null,
    };
    const { pageCount, lines } = await printed({ ...empty, documentNumber: null, documentOn: null, mark: "TASLAK" });
    expect(pageCount).toBe(1);
    expect(lines[0]).toEqual(expect.arrayContaining(["Sayı :", "Konu :"]));
  });
});
