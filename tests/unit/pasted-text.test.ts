import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksOfText, namesOfText } from "../../lib/circulars/pasted-text.ts";

const paragraph = (text: string) => ({ kind: "paragraph", text });
const item = (text: string) => ({ kind: "item", text });

test("blank lines part the paragraphs and the page's line breaks go", () => {
  const text = "Yabancılara verilecek çalışma\nizinlerine ilişkin işlemler yürütülmektedir.\nBu kapsamda\n\nBilgilerini rica ederim.";
  expect(blocksOfText(text)).toEqual([
    paragraph("Yabancılara verilecek çalışma izinlerine ilişkin işlemler yürütülmektedir. Bu kapsamda"),
    paragraph("Bilgilerini rica ederim."),
  ]);
});

test("without blank lines a line that ends no sentence goes on in the next", () => {
  expect(blocksOfText("Kartlar Mart 2026 itibarıyla\ndağıtılmaktadır.\nBilgilerini rica ederim.")).toEqual([
    paragraph("Kartlar Mart 2026 itibarıyla dağıtılmaktadır."),
    paragraph("Bilgilerini rica ederim."),
  ]);
});

test("marked lines become items without their marks", () => {
  expect(blocksOfText("Şunlar yapılacaktır:\n1) Duyuru\nasılacak\n2. İlgililere bildirilecek.\na) Üçüncü iş\n• Dördüncü iş")).toEqual([
    paragraph("Şunlar yapılacaktır:"),
    item("Duyuru asılacak"),
    item("İlgililere bildirilecek."),
    item("Üçüncü iş"),
    item("Dördüncü iş"),
  ]);
});

test("a date or an article number at the start of a line is no list", () => {
  expect(blocksOfText("Kanun\n13.08.2016 tarihinde, 24.\n2. fıkrası uyarınca\n10. maddesi gereği")).toHaveLength(2);
  expect(blocksOfText("13.08.2016 tarihli Kanun")).toEqual([paragraph("13.08.2016 tarihli Kanun")]);
});

test("a word parted by a soft hyphen becomes one again", () => {
  expect(blocksOfText("çalış\u00ad\nma izni")).toEqual([paragraph("çalışma izni")]);
});

test("nothing of what was pasted is lost but marks and white space", () => {
  const line = fc.stringMatching(/^[A-Za-zçğıöşüÇĞİÖŞÜ.,; ]{0,60}$/);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n", "\n\n"), (lines, break_) => {
      const letters = (text: string) => text.replace(/\s+/g, "");
      const blocks = blocksOfText(lines.join(break_));
      expect(letters(blocks.map(({ text }) => text).join(""))).toBe(letters(lines.join("")));
      expect(blocks.every(({ text }) => text === text.trim() && text !== "")).toBe(true);
    }),
  );
});

test("attachments are named one a line, without their numbers", () => {
  expect(namesOfText("1- Duyuru metni (2 sayfa)\n\n 2) Afiş\n• 2026 yılı listesi\n")).toEqual([
    "Duyuru metni (2 sayfa)",
    "Afiş",
    "2026 yılı listesi",
  ]);
});
