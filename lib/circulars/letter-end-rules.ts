// The rules below the text: attachments, the page of signature and distribution, the verification code.
import type { Placement } from "./contract.ts";
import { finding, type LetterFinding } from "./letter-rules.ts";
import { diagnoseVerificationCode } from "./verification-code.ts";
import type { WrittenLetter } from "./written-letter.ts";

export function endFindings(letter: WrittenLetter): LetterFinding[] {
  return [...letter.attachments.flatMap(attachmentFindings), ...layoutFindings(letter), ...codeFindings(letter)];
}

function attachmentFindings({ title, note }: WrittenLetter["attachments"][number], index: number): LetterFinding[] {
  if (/\d/.test(note ?? "") || /\([^)]*\d[^)]*\)/.test(title)) return [];
  const mend = `“${title}” adının sonuna sayısını yazın: “(2 sayfa)”, “(1 adet CD)”.`;
  return [finding("EK-01", "attachments", { index, mend })];
}

function layoutFindings({ pages, placement }: WrittenLetter): LetterFinding[] {
  if (placement) return chosenLayoutFindings(placement);
  if (!pages || pages.signature >= pages.last) return [];
  const mend = `İmza ${pages.signature}. sayfada kalıyor: altına “Dağıtım Listesi” yazılır, adlar “DAĞITIM LİSTESİ” sayfasına alınır.`;
  return [finding("GN-03", "layout", { mend })];
}

/** The writer's own choice (m.16/5: together on the last page; m.19/3: apart where they do not fit). */
function chosenLayoutFindings({ isTogether, hadRoom }: Placement): LetterFinding[] {
  if (!isTogether) {
    const mend = "Adlar imzanın sayfasına sığmıyor: “DAĞITIM LİSTESİ” sayfasını seçin ya da yerleşimi kendiliğinden bırakın.";
    return [finding("GN-03", "layout", { mend })];
  }
  const mend = "Ayrı sayfa, adlar sığmadığında kullanılır; yerleşimi kendiliğinden bırakırsanız imzanın altına yazılır.";
  return hadRoom ? [finding("DAGITIM-1", "layout", { mend })] : [];
}

/** A code is never mended by guessing: what a malformed one may have been is only shown (verification-code.ts). */
function codeFindings({ given }: WrittenLetter): LetterFinding[] {
  const code = given?.verificationCode;
  if (!code) return [];
  const diagnosis = diagnoseVerificationCode(code);
  if (diagnosis.kind === "valid") return [];
  const mend = diagnosis.problems[0]?.message ?? "Kod 8-4-4-4-12 karakterlik beş bölümdür.";
  return [finding("KOD-1", "verificationCode", { mend, span: { from: 0, to: code.length } })];
}
