// Words whose case endings no rule of sound can tell (letter.md F, rules 4 to 8). All lower-case.

/** Written with a full stop: the ending follows the reading ("Şirketine"), without an apostrophe. */
export const abbreviations = new Map([
  ["a.ş.", { dative: "ye", genitive: "nin", locative: "de", ablative: "den", accusative: "yi" }],
  ["t.a.ş.", { dative: "ye", genitive: "nin", locative: "de", ablative: "den", accusative: "yi" }],
  ["şti.", { dative: "ne", genitive: "nin", locative: "nde", ablative: "nden", accusative: "ni" }],
  ["müd.", { dative: "ne", genitive: "nün", locative: "nde", ablative: "nden", accusative: "nü" }],
]);

/** Stems that change before an ending beginning with a vowel. */
export const irregularStems = new Map([
  ["vakıf", "vakf"],
  ["şehir", "şehr"],
  ["büyükşehir", "büyükşehr"],
  ["su", "suy"],
  ["grup", "grub"],
  ["yurt", "yurd"],
  ["renk", "reng"],
]);

/** Loan words that end in a soft consonant: front endings after a back vowel ("Ziraate", "Protokole"). */
export const frontLoanWords = new Set([
  "saat",
  "harf",
  "rol",
  "kontrol",
  "protokol",
  "petrol",
  "alkol",
  "kabul",
  "usul",
  "mahsul",
  "hal",
  "hâl",
  "ihtilal",
  "istiklal",
  "istiklâl",
  "hilal",
  "hilâl",
  "istikbal",
  "festival",
  "terminal",
  "emlak",
  "emlâk",
  "idrak",
  "iştirak",
  "ziraat",
  "sıhhat",
  "dikkat",
  "seyahat",
  "sadakat",
  "hakikat",
]);

/** Polysyllabic words that keep a final k, p or ç. */
export const keepFinalConsonant = new Set(["hukuk", "evrak", "emlak", "emlâk", "idrak", "iştirak", "ittifak", "infak", "ahlak", "ahlâk"]);

/** Plain nouns and places that only look possessive: "Orduya", "Köprüye". */
export const plainFinalVowel = new Set([
  "ordu",
  "ağrı",
  "bolu",
  "tunceli",
  "denizli",
  "kocaeli",
  "kırklareli",
  "rumeli",
  "vali",
  "köprü",
  "kapı",
  "kamu",
  "taksi",
  "yalı",
  "kıyı",
  "yazı",
  "çarşı",
  "umumi",
  "resmi",
  "resmî",
  "milli",
  "millî",
  "enerji",
  "teknoloji",
  "akademi",
  "galeri",
  "tapu",
  "enstitü",
  "sanayi",
  "sergi",
  "bilgi",
]);

/** Heads of possessive compounds whose possession shows without a word before them: "Kurumuna", "Merkezine". */
export const possessiveStems = [
  "kurumu",
  "kurulu",
  "birliği",
  "merkezi",
  "vakfı",
  "kooperatifi",
  "okulu",
  "derneği",
  "meclisi",
  "encümeni",
  "komisyonu",
  "konseyi",
  "federasyonu",
  "ofisi",
  "ajansı",
  "fonu",
  "sandığı",
  "şirketi",
  "emniyeti",
  "enstitüsü",
  "idaresi",
  "dairesi",
  "hastanesi",
];
