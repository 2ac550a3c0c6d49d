// A thousand permits at a time: persons with their chains of extensions. A block depends on nothing but its number and the
// day, so any worker may make any block, and a larger demo holds the smaller one.

import { demoUuid, foreignerIdOf, passportOf } from "./demo-ids.ts";
import { type Dice, dateText, dice, picker } from "./dice.ts";
import { occupationIn, provinceOf, type SeedEmployer } from "./employers.ts";
import { givenNamesOf, madeName, madeNameCount, peoples, surnameFor, surnamesOf } from "./names.ts";

export const blockSize = 1_000;
const day = 86_400_000;

export type SeedPermit = {
  index: number;
  person: SeedPerson;
  id: string;
  number: string;
  kind: string;
  status: "registered" | "cancelled" | "superseded" | "void";
  employer: SeedEmployer | null;
  occupation: string;
  validFrom: string;
  validTo: string | null;
  endedOn: string | null;
  registeredAt: Date;
  /** When the second event happened; as `registeredAt` where there is none. */
  updatedAt: Date;
  predecessorId: string | null;
  isExtension: boolean;
};
export type SeedPerson = {
  index: number;
  provinceId: number;
  nationality: string;
  sex: "female" | "male";
  givenNames: string;
  surname: string;
  birthOn: string;
  foreignerId: string | null;
  passport: string;
  education: string;
};
export type EmployersOf = (provinceId: number) => readonly SeedEmployer[];

/** Published yearbook totals to 2018 in thousands; later years continue their slope (invented). */
const issued: readonly [number, number][] = [
  [2012, 32],
  [2013, 46],
  [2014, 52],
  [2015, 65],
  [2016, 74],
  [2017, 87],
  [2018, 116],
  [2019, 132],
  [2020, 118],
  [2021, 148],
  [2022, 175],
  [2023, 196],
  [2024, 214],
  [2025, 232],
  [2026, 248],
];
const goesOn = 0.45;
/** Who begins: what is issued less what goes on from the year before. */
const firsts = (now: Date) =>
  picker(
    issued.map(([year, count], index) => {
      const share = Math.max(count - goesOn * (issued[index - 1]?.[1] ?? 0), 1);
      const yearShare = year === now.getUTCFullYear() ? (now.getTime() - Date.UTC(year, 0, 1)) / (365 * day) : 1;
      return [year, year > now.getUTCFullYear() ? 0 : share * yearShare] as const;
    }),
  );
const nationalityOf = picker(Object.entries(peoples).map(([code, { weight }]) => [code, weight] as const));
const kindOf = picker([
  ["fixed_term", 885],
  ["temporary_protection", 62],
  ["exemption", 30],
  ["international_protection", 9],
  ["independent", 6],
  ["permanent", 5],
  ["turquoise", 3],
] as [string, number][]);
const educationOf = picker([
  ["none", 8],
  ["primary", 20],
  ["secondary", 30],
  ["vocational", 10],
  ["bachelor", 24],
  ["master", 6],
  ["doctorate", 2],
] as [string, number][]);
const pick = <T>(list: readonly T[], roll: Dice): T => list[Math.floor(roll() * list.length)] as T;
const withYears = (from: number, years: number): number => {
  const date = new Date(from);
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) - day;
};

export function seedPerson(index: number): SeedPerson {
  const roll = dice(11, index);
  const nationality = nationalityOf(roll());
  const female = roll() < 0.42;
  const given = pick(givenNamesOf(nationality, female ? "female" : "male"), roll);
  const second = roll() < 0.45 ? ` ${madeName(Math.floor(roll() ** 2 * madeNameCount))}` : "";
  const family = surnameFor(pick(surnamesOf(nationality), roll), female);
  return {
    index,
    provinceId: provinceOf(roll()),
    nationality,
    sex: female ? "female" : "male",
    givenNames: `${given}${second}`,
    surname: roll() < 0.4 ? surnameFor(`${madeName(Math.floor(roll() * madeNameCount))}ov`, female) : family,
    birthOn: dateText(Date.UTC(1955 + Math.floor(roll() * 50), Math.floor(roll() * 12), 1 + Math.floor(roll() * 28))),
    foreignerId: roll() < 0.93 ? foreignerIdOf(index) : null,
    passport: passportOf(index),
    education: educationOf(roll()),
  };
}

export function seedBlock(block: number, employersOf: EmployersOf, now: Date, count = blockSize): SeedPermit[] {
  const permits: SeedPermit[] = [];
  const begin = firsts(now);
  while (permits.length < count) {
    const index = block * blockSize + permits.length;
    permits.push(...personPermits(index, count - permits.length, employersOf, begin, now));
  }
  return permits;
}

const boundToNone = new Set(["permanent", "independent", "turquoise"]);

function personPermits(first: number, room: number, employersOf: EmployersOf, begin: (roll: number) => number, now: Date): SeedPermit[] {
  const person = seedPerson(first);
  const roll = dice(13, first);
  const kind = kindOf(roll());
  const choices = employersOf(person.provinceId);
  const chosen = () => (boundToNone.has(kind) || choices.length === 0 ? null : (choices[Math.floor(roll() ** 2 * choices.length)] ?? null));
  const year = begin(roll());
  // A permit is recorded up to 45 days before it begins, 25 in the mean.
  const latest = year === now.getUTCFullYear() ? now.getTime() + 25 * day - Date.UTC(year, 0, 1) : 365 * day;
  let from = Math.floor((Date.UTC(year, 0, 1) + roll() * latest) / day) * day;
  let employer = chosen();
  let step = 0;
  const permits: SeedPermit[] = [];
  for (let at = 0; at < room; at += 1) {
    const permit = onePermit({ index: first + at, person, kind, employer, from, step, roll });
    if (at > 0 && permit.registeredAt > now) break;
    if (permit.registeredAt > now) permit.registeredAt = new Date(now.getTime() - Math.ceil(roll() * 20 * day));
    permit.updatedAt = permit.registeredAt;
    // Another employer is a first application again; the permit before it simply ran out.
    if (step > 0) supersede(permits[at - 1] as SeedPermit, permit);
    permits.push(permit);
    if (permit.validTo === null || roll() > goesOn + 0.1) break;
    from = Date.parse(permit.validTo) + day;
    const stays = roll() < 0.8;
    step = stays ? step + 1 : 0;
    if (!stays) employer = chosen();
  }
  endSome(permits[permits.length - 1] as SeedPermit, roll, now);
  return permits;
}

type Chosen = { index: number; person: SeedPerson; kind: string; employer: SeedEmployer | null; from: number; step: number; roll: Dice };

/** Law 6735 art. 10: one year, then two, then three with the same employer; the Turquoise Card's transition is three. */
function yearsOf(kind: string, step: number): number {
  if (kind === "turquoise") return 3;
  return kind === "fixed_term" ? Math.min(step + 1, 3) : 1;
}

function onePermit({ index, person, kind, employer, from, step, roll }: Chosen): SeedPermit {
  const years = yearsOf(kind, step);
  const registeredAt = new Date(from - (5 + Math.floor(roll() * 40)) * day + Math.floor(6 * 3_600_000 + roll() * 9 * 3_600_000));
  return {
    index,
    person,
    id: demoUuid(registeredAt.getTime(), 1, index),
    number: String(1_000_001 + index),
    kind,
    status: "registered",
    employer,
    occupation: occupationIn(employer?.sector ?? "", roll),
    validFrom: dateText(from),
    validTo: kind === "permanent" ? null : dateText(withYears(from, years)),
    endedOn: null,
    registeredAt,
    updatedAt: registeredAt,
    predecessorId: null,
    isExtension: step > 0,
  };
}

function supersede(previous: SeedPermit, next: SeedPermit): void {
  Object.assign(previous, { status: "superseded", endedOn: next.validFrom, updatedAt: next.registeredAt });
  next.predecessorId = previous.id;
}

function endSome(permit: SeedPermit, roll: Dice, now: Date): void {
  const chance = roll();
  const from = Date.parse(permit.validFrom);
  const to = permit.validTo ? Date.parse(permit.validTo) : now.getTime();
  const ended = Math.floor((from + (0.1 + 0.8 * roll()) * (to - from)) / day) * day;
  if (chance < 0.004) {
    const voidedAt = new Date(Math.min(permit.registeredAt.getTime() + 2 * day, now.getTime()));
    Object.assign(permit, { status: "void", updatedAt: voidedAt });
  } else if (chance < 0.07 && ended > from && ended < now.getTime()) {
    Object.assign(permit, { status: "cancelled", endedOn: dateText(ended), updatedAt: new Date(ended + 9 * 3_600_000) });
  }
}
