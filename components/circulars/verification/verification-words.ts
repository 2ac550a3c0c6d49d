import type { Language } from "@/components/shell/public-language.tsx";
import type { VerificationAnswer } from "@/lib/circulars/public-contract.ts";
import type { VerificationCodeProblem } from "@/lib/circulars/verification-code.ts";

type Found = Extract<VerificationAnswer, { kind: "found" }>;
type Verdict = { title: string; text: string };

export type VerificationWords = {
  page: string;
  foot: string;
  enter: { title: string; lead: string; label: string; hint: string; deed: string; again: string; missing: string };
  found: {
    valid: Verdict;
    broken: Verdict;
    superseded: Verdict;
    cancelled: Verdict;
    withdrawn: Verdict;
    facts: Record<"subject" | "sender" | "number" | "date" | "signature" | "recipients" | "code" | "digest", string>;
    signature: { by: (name: string) => string; valid: string; invalid: string; test: string; testNote: string };
    recipients: (count: number) => string;
    document: string;
    documentClosed: string;
    /** By which letter, with its date and number, it was replaced or cancelled. */
    replacedBy: Record<"superseded" | "cancelled", (date: string, number: string) => string>;
    another: string;
  };
  compare: {
    title: string;
    lead: string;
    drop: string;
    choose: string;
    busy: string;
    same: Verdict;
    other: Verdict;
    unable: string;
    yours: string;
  };
  unknown: Verdict & { advice: string };
  malformed: {
    title: string;
    lead: string;
    given: string;
    length: (length: number, wanted: number) => string;
    rightLength: (length: number) => string;
    readings: string;
    readingsLead: string;
    otherReadings: (count: number) => string;
    correct: string;
    problem: (problem: VerificationCodeProblem, code: string) => string;
  };
  failed: { title: string; limited: string; retry: string; request: string };
  loading: string;
};

const tr: VerificationWords = {
  page: "Doğrulama",
  foot: "Sorgu kaydı tutulur; kişi verisi istenmez.",
  enter: {
    title: "Bir yazıyı doğrulayın",
    lead: "Elinizdeki yazının bu kurumca imzalanıp imzalanmadığını ve değişip değişmediğini gösterir. Yazıdaki karekod bu sayfayı kodla birlikte açar.",
    label: "Belge doğrulama kodu",
    hint: "Yazının alt kısmında, “Belge Doğrulama Kodu” satırındadır. Kopyalayıp yapıştırabilirsiniz; tire ve boşluk önemli değildir.",
    deed: "Kodu doğrula",
    again: "Yeniden doğrula",
    missing: "Kodu yazın.",
  },
  found: {
    valid: {
      title: "Bu yazı kayıtlıdır",
      text: "İçeriği imzalandığı günden beri değişmemiştir. Yürürlüktedir; yerine geçen bir yazı yoktur.",
    },
    broken: {
      title: "Bu yazı kayıtlı, imzası doğrulanamadı",
      text: "Saklanan belge ile imza birbirini tutmuyor. Belgeye dayanmadan önce gönderen birime sorun.",
    },
    superseded: { title: "Bu yazının yerine başkası geçti", text: "Kayıtlıdır ve imzalanmıştır, ancak artık yürürlükte değildir." },
    cancelled: { title: "Bu yazı iptal edildi", text: "Kayıtlıdır ve imzalanmıştır, ancak gönderen birim sonradan iptal etmiştir." },
    withdrawn: { title: "Bu yazı geri çekildi", text: "İmzalanmış, dağıtılmadan geri çekilmiştir; yürürlüğe girmemiştir." },
    facts: {
      subject: "Konu",
      sender: "Gönderen",
      number: "Sayı",
      date: "Tarih",
      signature: "İmza",
      recipients: "Dağıtım",
      code: "Doğrulama kodu",
      digest: "SHA-256 özeti",
    },
    signature: {
      by: (name) => `${name}, elektronik imza`,
      valid: "İmza geçerli; belge imzalandığı gibi.",
      invalid: "İmza bu belgeyle doğrulanamadı.",
      test: "TEST imza",
      testNote: "TEST – hukuken geçerli elektronik imza taşımaz. Bu kurulum gösterim ve eğitim içindir.",
    },
    recipients: (count) => `${count} muhatap`,
    document: "Kayıtlı yazı",
    documentClosed: "Yazı yürürlükte olmadığı için belgesi burada gösterilmez.",
    replacedBy: {
      superseded: (date, number) => `Yerine ${date} tarihli ve ${number} sayılı yazı geçmiştir.`,
      cancelled: (date, number) => `${date} tarihli ve ${number} sayılı yazıyla iptal edilmiştir.`,
    },
    another: "Başka bir kod doğrula",
  },
  compare: {
    title: "Elinizdeki kopya aynı mı?",
    lead: "Dosya cihazınızdan çıkmaz; yalnız özeti hesaplanıp karşılaştırılır.",
    drop: "PDF dosyasını buraya bırakın",
    choose: "Dosya seç",
    busy: "Hesaplanıyor",
    same: { title: "Bu yazı, doğrulanan kayıtla aynıdır.", text: "Dosyanın her baytı imzalanan belgeyle birdir." },
    other: {
      title: "Bu dosya, doğrulanan kayıttan farklı.",
      text: "Yeniden yazdırılıp taranmış ya da başka programla kaydedilmiş bir kopya da farklı çıkar. Kayıtlı yazıyı yandaki sayfalardan okuyun.",
    },
    unable: "Tarayıcı özeti yalnız güvenli bağlantıda (https) hesaplayabilir.",
    yours: "Dosyanızın özeti",
  },
  unknown: {
    title: "Bu kodla kayıtlı bir yazı yok",
    text: "Kodun biçimi doğru, ancak bu kurulumda imzalanmış bir yazıya ait değil.",
    advice:
      "Kodu yazıdan yeniden okuyun. Doğrulama adresinin, yazıda basılı adresle aynı olduğuna bakın. Yine bulunmazsa gönderen birime sorun.",
  },
  malformed: {
    title: "Kodda yazım hatası var",
    lead: "Kod bu hâliyle aranmadı. Bu, yazının kayıtlı olmadığı anlamına gelmez.",
    given: "Yazdığınız kod",
    length: (length, wanted) => `${length} karakter, ${wanted} olmalı`,
    rightLength: (length) => `${length} karakter`,
    readings: "Kod böyle mi?",
    readingsLead: "Yalnız yazdığınız metinden türetildi. Yazıdaki kodla karşılaştırıp doğru olanı seçin.",
    otherReadings: (count) => `Daha az olası ${count} okuma`,
    correct: "Kodu düzeltin",
    problem: (problem) => problem.message,
  },
  failed: {
    title: "Kod doğrulanamadı",
    limited: "Kısa sürede çok sayıda sorgu yapıldı. Biraz bekleyip yeniden deneyin; yazdığınız kod duruyor.",
    retry: "Yeniden dene",
    request: "İstek no",
  },
  loading: "Kayıt aranıyor",
};

function englishProblem({ kind, position, length }: VerificationCodeProblem, code: string): string {
  if (kind === "empty") return "No code was entered.";
  if (kind === "too_long") return "The text is too long for a verification code; a code has 36 characters.";
  if (kind === "group_count") return "A code has 5 groups separated by hyphens, of 8, 4, 4, 4 and 12 characters.";
  if (kind === "group_length")
    return `The group that begins at character ${position} has ${length} characters. The groups have 8, 4, 4, 4 and 12.`;
  return `Character ${position} is “${code.slice(position - 1, position - 1 + length)}”. A code holds only the digits 0–9 and the letters A–F.`;
}

const en: VerificationWords = {
  page: "Verification",
  foot: "Requests are logged; no personal data is asked for.",
  enter: {
    title: "Verify a letter",
    lead: "Shows whether this institution signed the letter you hold and whether it has been changed. The QR code on the letter opens this page with its code.",
    label: "Document verification code",
    hint: "It stands at the foot of the letter, in the line “Belge Doğrulama Kodu”. You may paste it; hyphens and spaces do not matter.",
    deed: "Verify the code",
    again: "Verify again",
    missing: "Enter the code.",
  },
  found: {
    valid: {
      title: "This letter is on record",
      text: "Its content has not changed since it was signed. It is in force; no other letter has replaced it.",
    },
    broken: {
      title: "This letter is on record, but its signature could not be verified",
      text: "The stored document and the signature do not agree. Ask the sender before relying on it.",
    },
    superseded: { title: "This letter has been replaced by another", text: "It is on record and was signed, but is no longer in force." },
    cancelled: { title: "This letter has been cancelled", text: "It is on record and was signed, but its sender cancelled it afterwards." },
    withdrawn: { title: "This letter was withdrawn", text: "It was signed but withdrawn before it was sent; it never came into force." },
    facts: {
      subject: "Subject",
      sender: "Sender",
      number: "Number",
      date: "Date",
      signature: "Signature",
      recipients: "Distribution",
      code: "Verification code",
      digest: "SHA-256 digest",
    },
    signature: {
      by: (name) => `${name}, electronic signature`,
      valid: "The signature is valid; the document is as it was signed.",
      invalid: "The signature could not be verified with this document.",
      test: "TEST signature",
      testNote: "TEST – does not carry a legally valid electronic signature. This installation is for demonstration and training.",
    },
    recipients: (count) => `${count} ${count === 1 ? "recipient" : "recipients"}`,
    document: "The letter on record",
    documentClosed: "The document is not shown because the letter is not in force.",
    replacedBy: {
      superseded: (date, number) => `It was replaced by letter no. ${number} of ${date}.`,
      cancelled: (date, number) => `It was cancelled by letter no. ${number} of ${date}.`,
    },
    another: "Verify another code",
  },
  compare: {
    title: "Is your copy the same?",
    lead: "The file does not leave your device; only its digest is computed and compared.",
    drop: "Drop the PDF file here",
    choose: "Choose a file",
    busy: "Computing",
    same: { title: "This letter is the same as the verified record.", text: "Every byte of the file is that of the signed document." },
    other: {
      title: "This file differs from the verified record.",
      text: "A copy that was printed and scanned, or saved by another program, differs too. Read the letter on record in the pages shown here.",
    },
    unable: "The browser can compute the digest on a secure connection (https) only.",
    yours: "Digest of your file",
  },
  unknown: {
    title: "No letter is on record under this code",
    text: "The code is well formed, but does not belong to a letter signed in this installation.",
    advice:
      "Read the code from the letter again. Check that the address of this page is the one printed on the letter. If it is still not found, ask the sender.",
  },
  malformed: {
    title: "The code is mistyped",
    lead: "The code was not looked up as it stands. This does not mean that the letter is not on record.",
    given: "The code you entered",
    length: (length, wanted) => `${length} characters instead of ${wanted}`,
    rightLength: (length) => `${length} characters`,
    readings: "Is this the code?",
    readingsLead: "Derived only from what you typed. Compare with the letter and choose the right one.",
    otherReadings: (count) => `${count} less likely readings`,
    correct: "Correct the code",
    problem: englishProblem,
  },
  failed: {
    title: "The code could not be verified",
    limited: "Too many requests in a short time. Wait a moment and try again; your code is kept.",
    retry: "Try again",
    request: "Request no.",
  },
  loading: "Looking up the record",
};

export const verificationWords: Record<Language, VerificationWords> = { tr, en };

/** What the record says of the letter, before anything else. Of one no longer in force only the notice: its signature is not asked. */
export function verdictOf(words: VerificationWords, { state, signatureValid }: Found): Verdict {
  if (state === "valid" && !signatureValid) return words.found.broken;
  return words.found[state];
}
