import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, Instant, LocalDate, line, text, Version } from "../platform/http/fields.ts";
import { UploadedFile } from "../platform/http/files.ts";

/** Law 6735: süreli, süresiz, bağımsız, geçici koruma, uluslararası koruma, çalışma izni muafiyeti, Turkuaz Kart. */
export const PermitKind = z.enum([
  "fixed_term",
  "permanent",
  "independent",
  "temporary_protection",
  "international_protection",
  "exemption",
  "turquoise",
]);
export type PermitKind = z.infer<typeof PermitKind>;

/** What people have done with the record; never what the clock says. */
export const PermitStatus = z.enum(["registered", "cancelled", "superseded", "void"]);
export type PermitStatus = z.infer<typeof PermitStatus>;

/** Status and clock together, computed for a day. */
export const PermitState = z.enum(["not_yet", "in_force", "expired", "cancelled", "superseded", "void"]);
export type PermitState = z.infer<typeof PermitState>;

export const Sex = z.enum(["female", "male"]);
export type Sex = z.infer<typeof Sex>;

/** Alpha-3 code of ISO 3166-1. */
export const Nationality = z.string().regex(/^[A-Z]{3}$/, "Uyruk üç harfli ülke kodudur.");
/** Section of NACE Rev. 2. */
export const Sector = z.string().regex(/^[A-U]$/, "Sektör A ile U arasında bir harftir.");
/** Unit group of ISCO-08. */
export const Occupation = z.string().regex(/^\d{4}$/, "Meslek kodu 4 rakamdır.");
export const ProvinceId = z.int().min(1).max(81);
export const SizeBand = z.enum(["1-9", "10-49", "50-249", "250+"]);
export type SizeBand = z.infer<typeof SizeBand>;
export const Education = z.enum(["none", "primary", "secondary", "vocational", "bachelor", "master", "doctorate"]);
export type Education = z.infer<typeof Education>;
export const ApplicationOutcome = z.enum(["approved", "refused", "returned", "withdrawn"]);
export const ApplicationType = z.enum(["first", "extension"]);

/** Age on the day of issue or application, in the yearbook's bands. */
export const AgeBand = z.enum(["0-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"]);
export type AgeBand = z.infer<typeof AgeBand>;

/** First and last year of age of a band; the last has no end. */
export function agesOf(band: AgeBand): [number, number | null] {
  const [from, to] = band.replace("+", "").split("-").map(Number) as [number, number?];
  return [from, to ?? null];
}

/** Asks for the records that do not hold the field. */
export const unknownCode = "unknown";

/** Design of the card that is good for the permit today; `none` where it has no such card (domain.md §4). */
export const PermitCard = z.enum(["new", "old", "none"]);
export type PermitCard = z.infer<typeof PermitCard>;

/** A number in the address is text; lists come as "a,b". What was read once may be stored and is read again to the same. */
export const numberParam = z.coerce.number<string>().int();
export const listOf = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .union([z.array(z.union([z.string(), z.number()])), z.string()])
    .transform((value) => (typeof value === "string" ? value.split(",").filter(Boolean) : value.map(String)))
    .pipe(z.array(item).max(81));

/** The same with the records that do not hold the field. */
export const listOrUnknownOf = <Item extends z.ZodType<unknown, string>>(item: Item) => listOf(z.union([item, z.literal(unknownCode)]));

export const PermitSort = z.enum(["newest", "end", "-end", "start", "-start", "number"]);
export type PermitSort = z.infer<typeof PermitSort>;

const ChangedSince = Instant.refine((at) => /^[12]\d{3}-/.test(at), "Yıl 1000 ile 2999 arasında olmalı.").transform((at) =>
  new Date(at).toISOString(),
);

/** URL, query key, BFF input and saved view at once. Holds no personal value, so it may stand in an address. */
export const PermitFilter = z.object({
  kind: listOf(PermitKind).optional(),
  state: listOf(PermitState).optional(),
  province: listOf(numberParam.pipe(ProvinceId)).optional(),
  nationality: listOf(Nationality).optional(),
  sector: listOrUnknownOf(Sector).optional(),
  occupation: listOrUnknownOf(z.string().regex(/^\d{1,4}$/, "Meslek kodu en çok 4 rakamdır.")).optional(),
  card: listOf(PermitCard).optional(),
  sex: listOf(Sex).optional(),
  /** First permit, or one that goes on from another. */
  type: listOf(ApplicationType).optional(),
  age: listOrUnknownOf(AgeBand).optional(),
  size: listOrUnknownOf(SizeBand).optional(),
  education: listOrUnknownOf(Education).optional(),
  employer: Id.optional(),
  /** Every permit of the same person as this one. */
  samePersonAs: Id.optional(),
  startFrom: LocalDate.optional(),
  startTo: LocalDate.optional(),
  endFrom: LocalDate.optional(),
  endTo: LocalDate.optional(),
  registeredFrom: LocalDate.optional(),
  registeredTo: LocalDate.optional(),
  /** First day without effect after a cancellation or a succession. */
  endedFrom: LocalDate.optional(),
  endedTo: LocalDate.optional(),
  /** In force on this day, past or present: begun, not run out, and neither cancelled nor succeeded by then. */
  inForceOn: LocalDate.optional(),
  /** Registered or changed after this moment, in the database's own spelling of it. */
  changedSince: ChangedSince.optional(),
  /** In force today and ending within so many days. */
  expiringIn: numberParam.pipe(z.int().min(0).max(3_650)).optional(),
  /** "yes": permits without an end date alone; "no": those with one. */
  openEnded: z.enum(["yes", "no"]).optional(),
  sort: PermitSort.optional(),
});
export type PermitFilter = z.infer<typeof PermitFilter>;

export const EmployerRef = z.object({ id: Id, title: z.string(), taxNumber: z.string() });
export type EmployerRef = z.infer<typeof EmployerRef>;

export const PermitRow = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  nationality: z.string(),
  kind: PermitKind,
  employer: EmployerRef.nullable(),
  provinceId: z.int(),
  sector: z.string().nullable(),
  occupation: z.string().nullable(),
  validFrom: LocalDate,
  validTo: LocalDate.nullable(),
  endedOn: LocalDate.nullable(),
  state: PermitState,
  /** Whole days until the last valid day; null unless in force with an end. */
  daysLeft: z.int().nullable(),
  registeredAt: Instant,
  version: Version,
});
export type PermitRow = z.infer<typeof PermitRow>;

/** 50 permits in the filter's order; `after` is the last answer's `next`. It never waits for a count. */
export const listPermits = endpoint({
  name: "listPermits",
  method: "GET",
  path: "/api/permits",
  permission: "permit:read",
  input: PermitFilter.extend({ after: z.string().max(200).optional() }),
  output: z.object({ permits: z.array(PermitRow), next: z.string().nullable(), asOf: Instant }),
});

/** The exact number of permits that a filter finds in the actor's rows. */
export const countPermits = endpoint({
  name: "countPermits",
  method: "GET",
  path: "/api/permits/count",
  permission: "permit:read",
  input: PermitFilter,
  output: z.object({ total: z.int(), asOf: Instant }),
});

/**
 * How many of a filter's permits were registered or changed after a moment: what a saved view says beside its count. At most
 * 5,000 changed permits are looked through; `isAtLeast` says that there are more.
 */
export const countChangedPermits = endpoint({
  name: "countChangedPermits",
  method: "GET",
  path: "/api/permits/changed",
  permission: "permit:read",
  input: PermitFilter.extend({ changedSince: ChangedSince }),
  output: z.object({ changed: z.int(), isAtLeast: z.boolean() }),
});

/** A personal field as its reader may see it: masked until it is revealed with a purpose. */
export const MaskedField = z.enum(["foreigner_id", "passport", "birth_on", "address"]);
export type MaskedField = z.infer<typeof MaskedField>;

export const PermitEventRow = z.object({
  id: Id,
  kind: z.enum(["registered", "imported", "amended", "extended", "superseded", "cancelled", "voided", "transferred"]),
  at: Instant,
  actorName: z.string(),
  approvedBy: z.string().nullable(),
  reason: z.string().nullable(),
  file: z.object({ id: Id, name: z.string() }).nullable(),
  /** Names of the fields that changed with what a reader may see of them; masked fields come without values. */
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  relatedPermit: z.object({ id: Id, number: z.string() }).nullable(),
});
export type PermitEventRow = z.infer<typeof PermitEventRow>;

export const PermitAction = z.enum(["amend", "extend", "cancel", "void", "transfer", "reveal"]);
export type PermitAction = z.infer<typeof PermitAction>;

export const PermitRecord = PermitRow.extend({
  status: PermitStatus,
  givenNames: z.string(),
  surname: z.string(),
  sex: Sex,
  birthYear: z.int().nullable(),
  otherProvinces: z.array(z.int()),
  annotations: z.array(z.string()),
  /** "99•••••••12", "F••••••42", "••.••.1991"; null where nothing is recorded. */
  masked: z.record(MaskedField, z.string().nullable()),
  employer: EmployerRef.extend({
    workplaceNumber: z.string(),
    district: z.string(),
    address: z.string(),
    sizeBand: SizeBand.nullable(),
  }).nullable(),
  application: z
    .object({
      number: z.string(),
      submittedOn: LocalDate,
      decidedOn: LocalDate.nullable(),
      outcome: ApplicationOutcome.nullable(),
      type: ApplicationType,
      education: Education.nullable(),
    })
    .nullable(),
  predecessor: z.object({ id: Id, number: z.string() }).nullable(),
  successor: z.object({ id: Id, number: z.string() }).nullable(),
  /** Permits of the same person in the actor's rows, this one included. */
  personPermitCount: z.int(),
  pendingTransfer: z.object({ proposalId: Id, provinceId: z.int(), proposedBy: z.string(), expiresAt: Instant }).nullable(),
  events: z.array(PermitEventRow),
  allowedActions: z.array(PermitAction),
});
export type PermitRecord = z.infer<typeof PermitRecord>;

/** One permit with its whole life. Recorded: opening a record is a read of personal data. */
export const readPermit = endpoint({
  name: "readPermit",
  method: "GET",
  path: "/api/permits/[permitId]",
  permission: "permit:read",
  input: z.object({ permitId: Id }),
  output: PermitRecord,
});

/** Why somebody needs to see a personal field; a closed list plus free words. */
export const RevealPurpose = z.enum([
  "application_review",
  "card_delivery",
  "employer_enquiry",
  "law_enforcement_request",
  "data_correction",
  "other",
]);
export type RevealPurpose = z.infer<typeof RevealPurpose>;

/** Shows one personal field in full, with a purpose; each reveal is recorded. `note` is demanded with the purpose "other". */
export const revealPermitField = endpoint({
  name: "revealPermitField",
  method: "POST",
  path: "/api/permits/[permitId]/reveal",
  permission: "permit:reveal",
  input: z
    .object({ permitId: Id, field: MaskedField, purpose: RevealPurpose, note: line(300, 0).default("") })
    .refine(({ purpose, note }) => purpose !== "other" || note.length >= 5, { path: ["note"], message: "Amacı kısaca yazın." }),
  output: z.object({ value: z.string().nullable(), hideAt: Instant }),
});

export const Reason = text(1_000, 5);
export const PermitEvidence = UploadedFile;
