// The verification code of a letter (belge doğrulama kodu): a GUID, typed from paper or read by a scanner. A malformed
// code is diagnosed and its likely readings are computed from the text alone, never looked up (quality.md Security 5).
import { groupLengths, hyphenate, readingsOf, type VerificationCodeReading } from "./verification-code-readings.ts";

const CODE = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;
const CODE_WITHIN = /(?<![0-9A-Z])[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}(?![0-9A-Z-])/g;
const LONGEST = 80;
const groupNames = ["Birinci", "İkinci", "Üçüncü", "Dördüncü", "Beşinci"];

export type VerificationCodeProblem = {
  kind: "empty" | "too_long" | "group_count" | "group_length" | "not_hexadecimal";
  /** 1-based place in `code`; 0 when the problem is of the whole. */
  position: number;
  length: number;
  message: string;
};

export type VerificationCodeDiagnosis =
  | { kind: "valid"; code: string }
  | { kind: "malformed"; code: string; problems: VerificationCodeProblem[]; readings: VerificationCodeReading[] };

/** A well-formed code in capitals, or what is wrong with it, in Turkish, and how it may have been meant. */
export function diagnoseVerificationCode(text: string): VerificationCodeDiagnosis {
  if (text.length > LONGEST * 4) return tooLong();
  const code = normalise(text);
  if (CODE.test(code)) return { kind: "valid", code };
  if (/^[0-9A-F]{32}$/.test(code)) return { kind: "valid", code: hyphenate(code) };
  const within = [...code.matchAll(CODE_WITHIN)];
  if (within.length === 1 && within[0]) return { kind: "valid", code: within[0][0] };
  if (code === "") return { kind: "malformed", code, problems: [whole("empty", "Kod yazılmamış.")], readings: [] };
  if (code.length > LONGEST) return tooLong();
  return { kind: "malformed", code, problems: problemsOf(code), readings: readingsOf(code) };
}

// Codes are ASCII: Turkish casing would turn a typed "i" into "İ". Dashes of every kind become "-".
function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212_]/g, "-")
    .replace(/[\s{}()"'“”’\u200b\ufeff]/g, "")
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/^[-.:]+|[-.:]+$/g, "");
}

function tooLong(): VerificationCodeDiagnosis {
  const message = "Metin bir doğrulama kodu için çok uzun; kod 36 karakterdir.";
  return { kind: "malformed", code: "", problems: [whole("too_long", message)], readings: [] };
}

function problemsOf(code: string): VerificationCodeProblem[] {
  const groups = code.split("-");
  const problems = groups.length === groupLengths.length ? lengthProblems(groups) : [countProblem(code, groups.length)];
  return [...problems, ...characterProblems(code)];
}

function countProblem(code: string, count: number): VerificationCodeProblem {
  const digits = code.replaceAll("-", "").length;
  const message = `Kod kısa çizgilerle ayrılmış 5 bölümdür (8-4-4-4-12); burada ${count} bölüm, ${digits} karakter var.`;
  return whole("group_count", message);
}

function lengthProblems(groups: readonly string[]): VerificationCodeProblem[] {
  let position = 1;
  return groups.flatMap((group, index) => {
    const start = position;
    position += group.length + 1;
    const expected = groupLengths[index] ?? 0;
    if (group.length === expected) return [];
    const message = `${groupNames[index]} bölüm ${group.length} karakter; ${expected} olmalı.`;
    return [{ kind: "group_length" as const, position: start, length: group.length, message }];
  });
}

function characterProblems(code: string): VerificationCodeProblem[] {
  return [...code.matchAll(/[^0-9A-F-]/gu)].map((match) => {
    const position = match.index + 1;
    const message = `${position}. karakter “${match[0]}”; kodda yalnız 0–9 rakamları ve A–F harfleri bulunur.`;
    return { kind: "not_hexadecimal", position, length: match[0].length, message };
  });
}

function whole(kind: VerificationCodeProblem["kind"], message: string): VerificationCodeProblem {
  return { kind, position: 0, length: 0, message };
}
