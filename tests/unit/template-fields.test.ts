import { describe, expect, test } from "vitest";
import { unfilledInWords } from "../../lib/circulars/letter-field-rules.ts";
import { fieldFault, fieldsIn, fillFields, fillWords, templateFieldNames, unfilledFields } from "../../lib/circulars/template-fields.ts";

describe("a field of a template", () => {
  const cases: [text: string, value: string, printed: string][] = [
    ["{{il}}'de", "Aksaray", "Aksaray'da"],
    ["{{il}}'da", "Bitlis", "Bitlis'te"],
    ["{{il}}'deki", "Kütahya", "Kütahya'daki"],
    ["{{il}}den", "Ağrı", "Ağrı'dan"],
    ["{{ il }}’ye", "Iğdır", "Iğdır'a"],
    ["{{il}}'in", "Zonguldak", "Zonguldak'ın"],
    ["{{kurum}}ne", "Aksaray Çalışma ve İş Kurumu İl Müdürlüğü", "Aksaray Çalışma ve İş Kurumu İl Müdürlüğüne"],
    ["{{kurum}}a", "Uluslararası İşgücü Genel Müdürlüğü", "Uluslararası İşgücü Genel Müdürlüğüne"],
    ["{{kurum}}'nun", "Bakanlık", "Bakanlığın"],
    ["{{kurum}}nden", "Türkiye İş Kurumu", "Türkiye İş Kurumundan"],
    ["{{son_tarih}}'e kadar", "15.04.2026", "15.04.2026'ya kadar"],
    ["{{yil}}'den", "2030", "2030'dan"],
    ["{{donem}}ne ait", "2026 yılının ilk üç ayı", "2026 yılının ilk üç ayına ait"],
    ["{{ilgili_kisi}}'den", "Ayşe Güler", "Ayşe Güler'den"],
    ["{{telefon}}.", "0382 000 01 10", "0382 000 01 10."],
  ];

  test.each(cases)("%s of %s is printed %s", (text, value, printed) => {
    const [name] = fieldsIn([text]);
    expect(name && fillFields(text, { [name]: value })).toBe(printed);
  });

  test("stays as written while nobody knows its value, beside others that are known", () => {
    expect(fillFields("{{il}}'de {{son_tarih}}'e kadar {{bilinmez}}", { il: "Aksaray", son_tarih: " " })).toBe(
      "Aksaray'da {{son_tarih}}'e kadar {{bilinmez}}",
    );
  });

  test("is filled wherever words stand: subject, paragraph, entry, cell and closing", () => {
    const table = { hasHeader: false, aligns: ["left" as const], rows: [["{{il}}"]] };
    const words = {
      subject: "{{il}}",
      body: [
        { kind: "item" as const, text: "{{il}}'de" },
        { kind: "table" as const, text: "", table },
      ],
      closing: "{{il}}",
    };
    expect(JSON.stringify(fillWords(words, { il: "Van" }))).not.toContain("{{");
  });

  test("no filled text offers a field again, whatever the value", () => {
    for (const name of templateFieldNames) expect(unfilledFields(fillFields(`{{${name}}}'de`, { [name]: "Değer" }))).toEqual([]);
  });

  test.each([
    ["{{vali}}", /bir alan yok/],
    ["{{il", /ayraç/],
    ["il}}", /ayraç/],
    ["{{il}}li", /ek/],
    ["{{il}}ve", /ek/],
  ])("%s is no text of a template", (text, message) => expect(fieldFault(text)).toMatch(message));

  test("a text without fields, or with known ones, is", () => {
    for (const text of ["", "Gereği {rica} olunur.", "{{il}}'de, {{kurum}} ve {{tarih}}"]) expect(fieldFault(text)).toBeNull();
  });
});

test("what is left is named once, with the place where it is written first, as the composer counts", () => {
  const body = [
    { kind: "paragraph" as const, text: "Metin." },
    { kind: "item" as const, text: "Bir" },
    { kind: "item" as const, text: "{{donem}}" },
    { kind: "paragraph" as const, text: "{{son_tarih}} ve {{donem}}" },
  ];
  expect(unfilledInWords({ subject: "{{x}}", references: [], body, closing: "" })).toEqual([
    "{{x}} (konu)",
    "Dönem (2. madde)",
    "Son gün (2. paragraf)",
  ]);
});
