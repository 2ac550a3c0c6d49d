import { AppError, type InvalidParam } from "../../platform/errors.ts";
import type { EmployerInput } from "../commands-contract.ts";
import type { PermitKind } from "../contract.ts";
import { isForeignerId, isTaxNumber, type NumberRules } from "../identity-numbers.ts";
import { mayBeOpenEnded, needsEmployer, type PermitWarning } from "../permit.ts";
import type { PlainIdentity } from "./identity.ts";

const fault = (isWrong: boolean, path: string, message: string): InvalidParam[] => (isWrong ? [{ path, message }] : []);

/** Without any number a person cannot be told from others, so one of the two must stand. */
export function identityFaults({ foreignerId, passport, birthOn }: PlainIdentity, today: string, rules: NumberRules): InvalidParam[] {
  return [
    ...fault(
      foreignerId !== null && !isForeignerId(foreignerId, rules),
      "holder.foreignerId",
      "Numara hatalı: denetim rakamları tutmuyor.",
    ),
    ...fault(!foreignerId && !passport, "holder.passport", "Yabancı kimlik numarası yoksa pasaport numarası gerekir."),
    ...fault(birthOn !== null && birthOn > today, "holder.birthOn", "Doğum tarihi bugünden sonra olamaz."),
  ];
}

export const employerFaults = (employer: EmployerInput | null, rules: NumberRules): InvalidParam[] =>
  fault(
    employer !== null && !isTaxNumber(employer.taxNumber, rules),
    "employer.taxNumber",
    "Vergi numarası hatalı: denetim rakamı tutmuyor.",
  );

type Terms = {
  kind: PermitKind;
  validFrom: string;
  validTo: string | null;
  hasEmployer: boolean;
  provinceId: number;
  otherProvinces: readonly number[];
};

/** P2, and what each kind demands; `prefix` is where the terms stand in the input. */
export function termFaults({ kind, validFrom, validTo, hasEmployer, provinceId, otherProvinces }: Terms, prefix = ""): InvalidParam[] {
  const repeated = new Set(otherProvinces).size !== otherProvinces.length || otherProvinces.includes(provinceId);
  return [
    ...fault(validTo !== null && validTo < validFrom, `${prefix}validTo`, "Bitiş, başlangıçtan önce olamaz."),
    ...fault(validTo === null && !mayBeOpenEnded(kind), `${prefix}validTo`, "Bu izin türünde bitiş tarihi gerekir."),
    ...fault(!hasEmployer && needsEmployer(kind), "employer", "Bu izin türü bir işverene bağlıdır; işvereni yazın."),
    ...fault(repeated, `${prefix}otherProvinces`, "Her il bir kez ve kaydın kendi ilinden başka olarak yazılır."),
  ];
}

const warningWords: Record<PermitWarning, string> = {
  term_too_long: "Süre, 6735 sayılı Kanun’un 10 ve 11. maddelerindeki süreyi aşıyor.",
  starts_before_end: "Başlangıç, önceki iznin bitişinden önce.",
  starts_with_gap: "Önceki iznin bitişiyle başlangıç arasında boşluk var.",
  applied_too_early: "Uzatma, bitişten 60 günden daha önce yapılıyor.",
  applied_too_late: "Önceki iznin süresi dolmuş.",
};

/** P3, P5: a departure from the law's term or start needs a reason of its own. */
export const overrideFaults = (warnings: readonly PermitWarning[], overrideReason: string): InvalidParam[] =>
  fault(
    warnings.length > 0 && overrideReason.length < 5,
    "overrideReason",
    [...warnings.map((one) => warningWords[one]), "Gerekçesini yazın."].join(" "),
  );

export function refuse(invalidParams: InvalidParam[]): void {
  if (invalidParams.length > 0) throw new AppError("bad_input", { invalidParams });
}
