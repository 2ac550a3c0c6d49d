import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanPage } from "../../lib/institutions/distribution-page.ts";
import type { MatchedLine } from "../../lib/institutions/intake-contract.ts";
import { indexNames, matchPage } from "../../lib/institutions/paste-intake.ts";
import { dativeOf } from "../../lib/institutions/suffix.ts";
import { seedGovernorship, seedInstitutions } from "../../prisma/seed-institutions.ts";
import { lostLetters, scanNoise, scanned, withLostLetters } from "../support/scan-noise.ts";

const page = cleanPage(readFileSync(new URL("./fixtures/seed-letter-ocr.txt", import.meta.url), "utf8"));

const directoryOf = (names: readonly string[]) => names.map((name) => ({ id: name, name, dative: dativeOf(name) }));
const aksarayNames = [...seedInstitutions, seedGovernorship].map(({ name }) => name);
const aksaray = indexNames(directoryOf(aksarayNames), "Aksaray");

const match = (text: string, index = aksaray): MatchedLine[] => matchPage(cleanPage(text), index);
const only = (text: string, index = aksaray): MatchedLine => {
  const [line, ...others] = match(text, index);
  if (!line || others.length > 0) throw new Error(`${others.length + 1} lines read in “${text}”`);
  return line;
};
const named = ({ choices }: MatchedLine): string | undefined => choices[0]?.institutionId;

describe("the seed letter's scanned page", () => {
  const lines = match(page);

  test("gives 24 right matches in the letter's order and asks about none", () => {
    expect(lines.map((line) => [named(line), line.grade])).toEqual(seedInstitutions.map(({ name }) => [name, "certain"]));
  });

  test("names for each match the place on the page that it was read from", () => {
    for (const { text, from, to } of lines) expect(page.slice(from, to)).toBe(text);
    expect(lines[0]?.text).toBe("Aksaray Universitesi Rektorliigiine");
  });
});

describe("reading a page", () => {
  test("Gereği and Bilgi one under the other set what follows", () => {
    const text = "DAĞITIM\nGereği:\nEskil Kaymakamlığına\nOrtaköy Kaymakamlığına\nBilgi:\nAksaray Valiliğine";
    expect(match(text).map((line) => [named(line), line.role])).toEqual([
      ["Eskil Kaymakamlığı", "action"],
      ["Ortaköy Kaymakamlığı", "action"],
      ["Aksaray Valiliği", "information"],
    ]);
  });

  test("Gereği and Bilgi side by side are two columns, by gaps or by tabs", () => {
    const gaps =
      "Dağıtım:\nGereği:                         Bilgi:\nEskil Kaymakamlığına            Aksaray Valiliğine\nOrtaköy Kaymakamlığına\n                                Aksaray İl Müftülüğüne";
    const tabs = "Gereği:\t\t\tBilgi:\nEskil Kaymakamlığına\tAksaray Valiliğine\nOrtaköy Kaymakamlığına\n\t\t\tAksaray İl Müftülüğüne";
    for (const text of [gaps, tabs]) {
      expect(match(text).map((line) => [named(line), line.role])).toEqual([
        ["Eskil Kaymakamlığı", "action"],
        ["Aksaray Valiliği", "information"],
        ["Ortaköy Kaymakamlığı", "action"],
        ["Aksaray İl Müftülüğü", "information"],
      ]);
    }
  });

  test("a role written beside a name is that name's alone", () => {
    const lines = match("1- Eskil Kaymakamlığına (Bilgi)\n2- Ortaköy Kaymakamlığına");
    expect(lines.map(({ role }) => role)).toEqual(["information", null]);
  });

  test("heads, numbers and feet of pages name nobody", () => {
    const text =
      "T.C.\nAKSARAY VALİLİĞİ\nÇalışma ve İş Kurumu İl Müdürlüğü\nSayı : E-1\nDAĞITIM YERLERİNE\nGereğini arz ederim.\nDAĞITIM LİSTESİ\nEskil Kaymakamlığına\nAdres: Hassas Mah. Merkez AKSARAY\nBelge Doğrulama Kodu: 0D5E Adresi: https://x.tr\n1/2\nT.C.\nAKSARAY VALİLİĞİ\nOrtaköy Kaymakamlığına\n2/2";
    expect(match(text).map(named)).toEqual(["Eskil Kaymakamlığı", "Ortaköy Kaymakamlığı"]);
  });

  test("a name that the page breaks is one name", () => {
    const text =
      "Aksaray Sosyal Yardımlaşma ve Dayanışma Vakfı Mü-\ndürlüğüne\nAksaray Aile ve Sosyal Hizmetler\nİl Müdürlüğüne\nEskil Kay makamlığına";
    const lines = match(text);
    expect(lines.map((line) => [named(line), line.grade])).toEqual([
      ["Aksaray Sosyal Yardımlaşma ve Dayanışma Vakfı Müdürlüğü", "certain"],
      ["Aksaray Aile ve Sosyal Hizmetler İl Müdürlüğü", "certain"],
      ["Eskil Kaymakamlığı", "certain"],
    ]);
  });

  test("an institution named twice is told at its second place", () => {
    expect(match("Eskil Kaymakamlığına\nAksaray Valiliğine\nESKİL KAYMAKAMLIĞI").map(({ repeats }) => repeats)).toEqual([null, null, 0]);
  });

  test("any text is read without failing, and every piece lies where it says", () => {
    const piece = fc.constantFrom(
      "Dağıtım:",
      "Gereği:",
      "Bilgi:",
      "\n",
      "\t",
      "   ",
      "Eskil Kaymakamlığına",
      "11",
      "- ",
      "T.C.",
      "¢{",
      "x",
      "İl ",
      ":",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(piece, { maxLength: 40 }).map((parts) => parts.join("")),
        ),
        (text) => {
          const clean = cleanPage(text);
          let last = 0;
          for (const { from, to } of matchPage(clean, aksaray)) {
            expect(from).toBeGreaterThanOrEqual(last);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(clean.length);
            last = from;
          }
        },
      ),
    );
  });
});

describe("matching a line", () => {
  test.each([
    ["AKSARAY İL SAĞLIK MÜDÜRLÜĞÜNE", "Aksaray İl Sağlık Müdürlüğü"],
    ["AKSARAY IL SAGLIK MUDURLUGUNE", "Aksaray İl Sağlık Müdürlüğü"],
    ["Aksaray Sağlık İl Müdürlüğü", "Aksaray İl Sağlık Müdürlüğü"],
    ["Aksaray Valiliği İl Sağlık Müdürlüğü'ne", "Aksaray İl Sağlık Müdürlüğü"],
    ["T.C. Aksaray Valiliğine", "Aksaray Valiliği"],
    ["Aksaray Ortaköy Kaymakamlığına", "Ortaköy Kaymakamlığı"],
    ["Ortaköy Kaymakamlığı'na", "Ortaköy Kaymakamlığı"],
    ["11 Aksaray 11 Emniyet Miidiirliigiine", "Aksaray İl Emniyet Müdürlüğü"],
    ["Gillagac Kaymakamliqina", "Gülağaç Kaymakamlığı"],
  ])("“%s” is certainly %s", (text, name) => {
    expect(only(text)).toMatchObject({ grade: "certain", doubt: null, choices: [{ institutionId: name }] });
  });

  test.each([
    ["İl Emniyet Müdürlüğüne", "Aksaray İl Emniyet Müdürlüğü", "province_missing"],
    ["Konya Ortaköy Kaymakamlığına", "Ortaköy Kaymakamlığı", "other_province"],
    ["Konya İl Emniyet Müdürlüğüne", "Aksaray İl Emniyet Müdürlüğü", "other_province"],
    ["Aksaray Müftülüğüne", "Aksaray İl Müftülüğü", "letters"],
    ["Ortakent Kaymakamlığına", "Ortaköy Kaymakamlığı", "letters"],
  ])("“%s” may be %s, and a person must say so", (text, name, doubt) => {
    const line = only(text);
    expect(line.grade).not.toBe("certain");
    expect(line).toMatchObject({ doubt, choices: [{ institutionId: name }, ...line.choices.slice(1)] });
  });

  test.each(["Aksaray Barosu Başkanlığına", "Türkiye İstatistik Kurumu", "Ad SOYAD", "Valilik Makamına"])(
    "“%s” is nobody of the directory",
    (text) => {
      expect(only(text)).toMatchObject({ grade: "none" });
    },
  );

  test("two institutions of one name are never chosen between", () => {
    const index = indexNames(
      [...directoryOf(aksarayNames), { id: "another", name: "Eskil Kaymakamlığı", dative: "Eskil Kaymakamlığına" }],
      "Aksaray",
    );
    expect(only("Eskil Kaymakamlığına", index)).toMatchObject({ grade: "likely", doubt: "several" });
    expect(only("Eskil Kaymakam1igina", index)).toMatchObject({ grade: "likely", doubt: "several" });
  });

  test("neighbours in the alphabet of scans stay apart", () => {
    const names = [
      "Kulu Kaymakamlığı",
      "Kula Kaymakamlığı",
      "Havza Kaymakamlığı",
      "Havsa Kaymakamlığı",
      "Of Kaymakamlığı",
      "1. Noterliği",
      "2. Noterliği",
    ];
    const index = indexNames(directoryOf(names), null);
    for (const name of names) expect(named(only(dativeOf(name), index))).toBe(name);
    expect(only("Kule Kaymakamlığına", index).grade).not.toBe("certain");
    expect(only("3. Noterliğine", index).grade).not.toBe("certain");
  });
});

/** Names of another province: as like ours as institutions are, and in no directory of ours. */
const strangers = aksarayNames
  .filter((name) => name.startsWith("Aksaray "))
  .map((name) => name.replace("Aksaray", "Kırşehir"))
  .concat(["Akçakent Kaymakamlığı", "Boztepe Kaymakamlığı", "Çiçekdağı Kaymakamlığı", "Kaman Kaymakamlığı", "Mucur Kaymakamlığı"])
  .concat([
    "Aksaray Esnaf ve Sanatkârlar Odaları Birliği",
    "Aksaray Çevre, Şehircilik ve İklim Değişikliği İl Müdürlüğü",
    "Aksaray İl Kültür ve Turizm Müdürlüğü",
  ]);

const runs = { numRuns: Number(process.env.RUNS ?? 250) };

describe("whatever a scan does", () => {
  test("no line is called certain but for the institution it names", () => {
    fc.assert(
      fc.property(fc.constantFrom(...aksarayNames, ...strangers), scanNoise, lostLetters, fc.boolean(), (name, noise, losses, asDative) => {
        const text = scanned(withLostLetters(asDative ? dativeOf(name) : name, losses), noise);
        for (const line of match(text)) if (line.grade === "certain") expect(named(line), text).toBe(name);
      }),
      runs,
    );
  });

  test("no line is called certain when the institution it names is not in the directory", () => {
    fc.assert(
      fc.property(fc.constantFrom(...aksarayNames), scanNoise, lostLetters, (name, noise, losses) => {
        const without = indexNames(directoryOf(aksarayNames.filter((other) => other !== name)), "Aksaray");
        const text = scanned(withLostLetters(dativeOf(name), losses), noise);
        for (const line of match(text, without)) expect(line.grade, text).not.toBe("certain");
      }),
      runs,
    );
  });

  test("nearly every line that was only scanned badly is still certain", () => {
    let certain = 0;
    fc.assert(
      fc.property(fc.constantFrom(...aksarayNames), scanNoise, (name, noise) => {
        const [line] = match(scanned(dativeOf(name), noise));
        if (line?.grade === "certain") certain += 1;
      }),
      runs,
    );
    expect(certain).toBeGreaterThan(0.85 * runs.numRuns);
  });

  test("a page of a province's whole directory is matched name by name", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(aksarayNames, { minLength: 5 }),
        fc.array(scanNoise, { minLength: 25, maxLength: 25 }),
        (names, noises) => {
          const lines = names.map((name, index) => scanned(dativeOf(name), { ...(noises[index] as (typeof noises)[number]), breaks: [] }));
          for (const line of match(`DAĞITIM LİSTESİ\n${lines.join("\n")}`)) {
            const name = names[lines.findIndex((text) => text.includes(line.text))];
            if (line.grade === "certain") expect(named(line), line.text).toBe(name);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
