import { permitStateLooks } from "@/components/permits/labels.ts";
import type { PermitRecord } from "@/lib/permits/contract.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

export const permitStateOf = (record: Pick<PermitRecord, "state">) => permitStateLooks[record.state];

/** The person's name as it stands in the passport. */
export const holderName = ({ givenNames, surname }: Pick<PermitRecord, "givenNames" | "surname">): string => `${givenNames} ${surname}`;

/** "1 yıl 10 ay", "3 ay", "42 gün": as precise as somebody would say it. */
export function daysInWords(days: number): string {
  if (days === 0) return "Bugün bitiyor";
  if (days < 90) return `${days} gün`;
  const months = Math.floor(days / 30.44);
  const years = Math.floor(months / 12);
  return [years > 0 ? `${years} yıl` : "", months % 12 > 0 ? `${months % 12} ay` : ""].filter(Boolean).join(" ");
}

export function remainingWords(record: Pick<PermitRecord, "state" | "daysLeft" | "validTo">): string {
  if (record.daysLeft !== null) return daysInWords(record.daysLeft);
  return record.state === "in_force" && record.validTo === null ? "Süresiz" : "–";
}

export const periodWords = ({ validFrom, validTo }: Pick<PermitRecord, "validFrom" | "validTo">): string =>
  `${formatDate(validFrom)} – ${validTo ? formatDate(validTo) : "süresiz"}`;

/** Why the state is what it is, in one line. */
export function validityReason(record: PermitRecord): string {
  const ended = record.endedOn ? ` ${formatDate(record.endedOn)} gününden itibaren geçerli değil` : "";
  const parts = [
    periodWords(record),
    ended.trim(),
    `${permitKindWords[record.kind].toLocaleLowerCase("tr-TR")} izin`,
    provincesWords(record),
    record.employer ? "yalnız bu işverende" : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

export function provincesWords({ provinceId, otherProvinces }: Pick<PermitRecord, "provinceId" | "otherProvinces">): string {
  return [provinceId, ...otherProvinces].map((plate) => provinceName(plate) ?? String(plate)).join(", ");
}
