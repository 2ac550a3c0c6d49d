import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dativeOf, genitiveOf, inflect } from "../../lib/institutions/suffix.ts";
import { frontLoanWords } from "../../lib/institutions/suffix-words.ts";
import { lastVowelOf } from "../../lib/platform/locale/harmony.ts";
import { lowerTr, upperTr } from "../../lib/platform/locale/tr.ts";

/** letter.md F, with genitives beside. */
const table: [name: string, dative: string, genitive: string][] = [
  ["Aksaray Valiliği", "Aksaray Valiliğine", "Aksaray Valiliğinin"],
  ["Valilik", "Valiliğe", "Valiliğin"],
  ["Kaymakamlık", "Kaymakamlığa", "Kaymakamlığın"],
  ["Eskil Kaymakamlığı", "Eskil Kaymakamlığına", "Eskil Kaymakamlığının"],
  ["Bakanlık", "Bakanlığa", "Bakanlığın"],
  ["Millî Eğitim Bakanlığı", "Millî Eğitim Bakanlığına", "Millî Eğitim Bakanlığının"],
  ["Rektörlük", "Rektörlüğe", "Rektörlüğün"],
  ["Rektörlüğü", "Rektörlüğüne", "Rektörlüğünün"],
  ["İl Müftülüğü", "İl Müftülüğüne", "İl Müftülüğünün"],
  ["İl Jandarma Komutanlığı", "İl Jandarma Komutanlığına", "İl Jandarma Komutanlığının"],
  ["Aksaray Sığır Yetiştiricileri Birliği", "Aksaray Sığır Yetiştiricileri Birliğine", "Aksaray Sığır Yetiştiricileri Birliğinin"],
  ["Ticaret Borsası", "Ticaret Borsasına", "Ticaret Borsasının"],
  ["Ziraat Odası", "Ziraat Odasına", "Ziraat Odasının"],
  ["Türkiye İş Kurumu", "Türkiye İş Kurumuna", "Türkiye İş Kurumunun"],
  ["Yükseköğretim Kurulu", "Yükseköğretim Kuruluna", "Yükseköğretim Kurulunun"],
  ["Dayanışma Vakfı", "Dayanışma Vakfına", "Dayanışma Vakfının"],
  ["Belediye", "Belediyeye", "Belediyenin"],
  ["Aksaray Belediyesi", "Aksaray Belediyesine", "Aksaray Belediyesinin"],
  ["Aksaray Barosu", "Aksaray Barosuna", "Aksaray Barosunun"],
  ["Türk Kızılay", "Türk Kızılaya", "Türk Kızılayın"],
  ["Türk Kızılayı", "Türk Kızılayına", "Türk Kızılayının"],
  ["Merkez", "Merkeze", "Merkezin"],
  ["Halk Eğitimi Merkezi", "Halk Eğitimi Merkezine", "Halk Eğitimi Merkezinin"],
  ["Büyükelçilik", "Büyükelçiliğe", "Büyükelçiliğin"],
  ["Konsolosluk", "Konsolosluğa", "Konsolosluğun"],
  ["T.C. Merkez Bankası", "T.C. Merkez Bankasına", "T.C. Merkez Bankasının"],
  ["Daire", "Daireye", "Dairenin"],
  ["Tarım Kredi Kooperatifi", "Tarım Kredi Kooperatifine", "Tarım Kredi Kooperatifinin"],
  ["Meslek Yüksekokulu", "Meslek Yüksekokuluna", "Meslek Yüksekokulunun"],
  ["Ziraat", "Ziraate", "Ziraatin"],
  ["Hukuk", "Hukuka", "Hukukun"],
  ["IĞDIR VALİLİĞİ", "IĞDIR VALİLİĞİNE", "IĞDIR VALİLİĞİNİN"],
  ["ÇEVRE VE ŞEHİRCİLİK BAKANLIĞI", "ÇEVRE VE ŞEHİRCİLİK BAKANLIĞINA", "ÇEVRE VE ŞEHİRCİLİK BAKANLIĞININ"],
  ["VALİLİK", "VALİLİĞE", "VALİLİĞİN"],
  ["MERKEZ", "MERKEZE", "MERKEZİN"],
  ["İŞKUR", "İŞKUR'a", "İŞKUR'un"],
  ["PTT", "PTT'ye", "PTT'nin"],
  ["SGK", "SGK'ya", "SGK'nın"],
  ["TÜBİTAK", "TÜBİTAK'a", "TÜBİTAK'ın"],
  ["YÖK", "YÖK'e", "YÖK'ün"],
  ["NVİ", "NVİ'ye", "NVİ'nin"],
  ["TOBB", "TOBB'a", "TOBB'un"],
  ["EGM", "EGM'ye", "EGM'nin"],
  ["DİSK", "DİSK'e", "DİSK'in"],
  ["Aksaray OSB", "Aksaray OSB'ye", "Aksaray OSB'nin"],
  ["Aksaray PTT", "Aksaray PTT'ye", "Aksaray PTT'nin"],
  ["Vakıf", "Vakfa", "Vakfın"],
  ["VAKIF", "VAKFA", "VAKFIN"],
  ["Su", "Suya", "Suyun"],
  ["Constructor", "Constructora", "Constructorun"],
  ["SAYIN AD SOYAD", "SAYIN AD SOYAD", "SAYIN AD SOYAD"],
  ["Ordu", "Orduya", "Ordunun"],
  ["Protokol", "Protokole", "Protokolün"],
  ["Örnek Gıda A.Ş.", "Örnek Gıda A.Ş.ye", "Örnek Gıda A.Ş.nin"],
  ["Örnek Gıda Ltd. Şti.", "Örnek Gıda Ltd. Şti.ne", "Örnek Gıda Ltd. Şti.nin"],
  [
    "Aksaray Valiliği (İl Yazı İşleri Müdürlüğü)",
    "Aksaray Valiliğine (İl Yazı İşleri Müdürlüğü)",
    "Aksaray Valiliğinin (İl Yazı İşleri Müdürlüğü)",
  ],
  ["Sayın Ad SOYAD", "Sayın Ad SOYAD", "Sayın Ad SOYAD"],
  ["Aile Sağlığı Merkezi 5", "Aile Sağlığı Merkezi 5'e", "Aile Sağlığı Merkezi 5'in"],
];

const seedRecipients: [name: string, dative: string][] = [
  ["Aksaray Üniversitesi Rektörlüğü", "Aksaray Üniversitesi Rektörlüğüne"],
  ["Ağaçören Kaymakamlığı", "Ağaçören Kaymakamlığına"],
  ["Eskil Kaymakamlığı", "Eskil Kaymakamlığına"],
  ["Gülağaç Kaymakamlığı", "Gülağaç Kaymakamlığına"],
  ["Güzelyurt Kaymakamlığı", "Güzelyurt Kaymakamlığına"],
  ["Ortaköy Kaymakamlığı", "Ortaköy Kaymakamlığına"],
  ["Sarıyahşi Kaymakamlığı", "Sarıyahşi Kaymakamlığına"],
  ["Sultanhanı Kaymakamlığı", "Sultanhanı Kaymakamlığına"],
  ["Aksaray İl Emniyet Müdürlüğü", "Aksaray İl Emniyet Müdürlüğüne"],
  ["Aksaray İl Jandarma Komutanlığı", "Aksaray İl Jandarma Komutanlığına"],
  ["Aksaray İl Müftülüğü", "Aksaray İl Müftülüğüne"],
  ["Aksaray Aile ve Sosyal Hizmetler İl Müdürlüğü", "Aksaray Aile ve Sosyal Hizmetler İl Müdürlüğüne"],
  ["Aksaray Sosyal Yardımlaşma ve Dayanışma Vakfı Müdürlüğü", "Aksaray Sosyal Yardımlaşma ve Dayanışma Vakfı Müdürlüğüne"],
  ["Aksaray Sosyal Güvenlik İl Müdürlüğü", "Aksaray Sosyal Güvenlik İl Müdürlüğüne"],
  ["Aksaray Gençlik ve Spor İl Müdürlüğü", "Aksaray Gençlik ve Spor İl Müdürlüğüne"],
  ["Aksaray İl Millî Eğitim Müdürlüğü", "Aksaray İl Millî Eğitim Müdürlüğüne"],
  ["Aksaray İl Sağlık Müdürlüğü", "Aksaray İl Sağlık Müdürlüğüne"],
  ["Aksaray İl Tarım ve Orman Müdürlüğü", "Aksaray İl Tarım ve Orman Müdürlüğüne"],
  ["Aksaray İl Göç İdaresi Müdürlüğü", "Aksaray İl Göç İdaresi Müdürlüğüne"],
  ["Aksaray Ticaret Borsası Başkanlığı", "Aksaray Ticaret Borsası Başkanlığına"],
  ["Aksaray Ticaret ve Sanayi Odası Başkanlığı", "Aksaray Ticaret ve Sanayi Odası Başkanlığına"],
  ["Aksaray Ziraat Odası Başkanlığı", "Aksaray Ziraat Odası Başkanlığına"],
  ["Aksaray İli Damızlık Koyun Keçi Yetiştirme Birliği", "Aksaray İli Damızlık Koyun Keçi Yetiştirme Birliğine"],
  ["Aksaray Damızlık Sığır Yetiştiricileri Birliği", "Aksaray Damızlık Sığır Yetiştiricileri Birliğine"],
];

test.each(table)("%s is written %s and %s", (name, dative, genitive) => {
  expect(dativeOf(name)).toBe(dative);
  expect(genitiveOf(name)).toBe(genitive);
});

test.each(seedRecipients)("the recipient %s is addressed as %s", (name, dative) => {
  expect(dativeOf(name)).toBe(dative);
});

test("a name in capitals takes its ending in capitals", () => {
  for (const [name, dative] of seedRecipients) expect(dativeOf(upperTr(name))).toBe(upperTr(dative));
});

describe("any name", () => {
  const syllable = fc.constantFrom(
    "ka",
    "li",
    "mü",
    "dür",
    "lük",
    "val",
    "or",
    "köy",
    "sı",
    "ğı",
    "tın",
    "bel",
    "de",
    "kur",
    "um",
    "çak",
    "rıp",
  );
  const aWord = fc.array(syllable, { minLength: 2, maxLength: 5 }).map((parts) => parts.join(""));
  const aName = fc
    .array(aWord, { minLength: 1, maxLength: 4 })
    .map((words) => words.map((word) => upperTr(word.slice(0, 1)) + word.slice(1)).join(" "));

  test("the ending follows the vowel of the last syllable", () => {
    fc.assert(
      fc.property(aName, (name) => {
        const word = lowerTr(name.split(" ").pop() ?? "");
        fc.pre(!frontLoanWords.has(word));
        const front = "eiöü".includes(lastVowelOf(word) ?? "");
        expect(dativeOf(name).at(-1)).toBe(front ? "e" : "a");
        expect(genitiveOf(name)).toMatch(front ? /[iü]n$/ : /[ıu]n$/);
      }),
    );
  });

  test("an ending is added to every name, and capitals stay capitals", () => {
    fc.assert(
      fc.property(aName, (name) => {
        expect(dativeOf(name).length).toBeGreaterThan(name.length);
        expect(genitiveOf(name).length).toBeGreaterThan(name.length);
        const compound = upperTr(`il ${name}`);
        expect(dativeOf(compound)).toBe(upperTr(dativeOf(compound)));
        expect(genitiveOf(compound)).toBe(upperTr(genitiveOf(compound)));
      }),
    );
  });

  test("whatever was typed, nothing breaks and a name never becomes empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const isBlank = text.normalize("NFC").trim() === "";
        expect(dativeOf(text) === "").toBe(isBlank);
        expect(genitiveOf(text) === "").toBe(isBlank);
      }),
    );
  });
});

test("what stands in, comes from or is seen as an institution follows the same rules", () => {
  const rows: [string, locative: string, ablative: string, accusative: string][] = [
    ["Aksaray Valiliği", "Aksaray Valiliğinde", "Aksaray Valiliğinden", "Aksaray Valiliğini"],
    [
      "Çalışma ve İş Kurumu İl Müdürlüğü",
      "Çalışma ve İş Kurumu İl Müdürlüğünde",
      "Çalışma ve İş Kurumu İl Müdürlüğünden",
      "Çalışma ve İş Kurumu İl Müdürlüğünü",
    ],
    ["Bakanlık", "Bakanlıkta", "Bakanlıktan", "Bakanlığı"],
    ["Belediye", "Belediyede", "Belediyeden", "Belediyeyi"],
    ["Vakıf", "Vakıfta", "Vakıftan", "Vakfı"],
    ["Ziraat", "Ziraatte", "Ziraatten", "Ziraati"],
    ["İŞKUR", "İŞKUR'da", "İŞKUR'dan", "İŞKUR'u"],
    ["PTT", "PTT'de", "PTT'den", "PTT'yi"],
    ["Örnek Gıda Ltd. Şti.", "Örnek Gıda Ltd. Şti.nde", "Örnek Gıda Ltd. Şti.nden", "Örnek Gıda Ltd. Şti.ni"],
    ["15.04.2026", "15.04.2026'da", "15.04.2026'dan", "15.04.2026'yı"],
  ];
  for (const [name, ...wanted] of rows) {
    expect((["locative", "ablative", "accusative"] as const).map((nounCase) => inflect(name, nounCase))).toEqual(wanted);
  }
});
