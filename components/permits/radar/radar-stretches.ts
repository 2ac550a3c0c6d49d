import { listHrefOf, type PermitFilterChange } from "@/components/permits/permit-filter.ts";
import type { RadarBreakdown, RadarNumbers, RadarRow } from "@/lib/permits/radar-contract.ts";

const DAY = 86_400_000;

export type Stretch = { key: keyof RadarNumbers; label: string; fromDay: number; toDay: number };

export const stretches: readonly Stretch[] = [
  { key: "upTo30", label: "30 gün içinde", fromDay: 0, toDay: 30 },
  { key: "from31To60", label: "31–60 gün", fromDay: 31, toDay: 60 },
  { key: "from61To90", label: "61–90 gün", fromDay: 61, toDay: 90 },
];

export const everyStretch: Stretch = { key: "total", label: "90 gün içinde", fromDay: 0, toDay: 90 };
export const extensionWindow: Stretch = { key: "inExtensionWindow", label: "Uzatma başvurusu açık", fromDay: 0, toDay: 60 };

const dayAfter = (today: string, days: number) => new Date(Date.parse(today) + days * DAY).toISOString().slice(0, 10);

/** The list that a figure of the radar counts. */
export function stretchHref(today: string, stretch: Stretch, of: PermitFilterChange = {}): string {
  return listHrefOf({
    ...of,
    state: ["in_force"],
    endFrom: dayAfter(today, stretch.fromDay),
    endTo: dayAfter(today, stretch.toDay),
    sort: "end",
  });
}

/** Null where the list has no filter for it: permits without an employer. */
export function rowFilter(by: RadarBreakdown, { key }: RadarRow): PermitFilterChange | null {
  if (key === null) return null;
  if (by === "province") return { province: [Number(key)] };
  return by === "employer" ? { employer: key } : { nationality: [key] };
}
