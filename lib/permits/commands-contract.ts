import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { DecisionFields, StepUp } from "../access/proposals-contract.ts";
import { Id, Instant, LocalDate, line, text, Version } from "../platform/http/fields.ts";
import { FileAnswer, UploadedFile } from "../platform/http/files.ts";
import {
  MaskedField,
  Nationality,
  Occupation,
  PermitKind,
  PermitRecord,
  ProvinceId,
  Reason,
  RevealPurpose,
  Sector,
  Sex,
  SizeBand,
} from "./contract.ts";

const ForeignerId = z.string().regex(/^\d{11}$/, "Yabancı kimlik numarası 11 rakamdır.");
const Passport = line(20, 4).pipe(z.string().regex(/^[A-Za-z0-9 -]+$/, "Pasaport numarası harf ve rakamdan oluşur."));

/** Given as in the passport. The foreigner id may be missing at a first entry from abroad; then the passport may not. */
export const Holder = z.object({
  givenNames: line(120),
  surname: line(120),
  sex: Sex,
  nationality: Nationality,
  foreignerId: ForeignerId.nullable(),
  passport: Passport.nullable(),
  birthOn: LocalDate.nullable(),
  address: line(300, 5).nullable(),
});
export type Holder = z.infer<typeof Holder>;

/** Found by tax and workplace number within the province, else made; a found one keeps its own title and address. */
export const EmployerInput = z.object({
  taxNumber: z.string().regex(/^\d{10}$/, "Vergi numarası 10 rakamdır."),
  workplaceNumber: z
    .string()
    .regex(/^\d{0,26}$/, "SGK iş yeri sicil numarası en çok 26 rakamdır.")
    .default(""),
  title: line(300, 2),
  district: line(80, 0).default(""),
  address: line(300, 0).default(""),
  sector: Sector,
  sizeBand: SizeBand.nullable(),
});
export type EmployerInput = z.infer<typeof EmployerInput>;

const terms = {
  occupation: Occupation.nullable(),
  otherProvinces: z.array(ProvinceId).max(80),
  validFrom: LocalDate,
  validTo: LocalDate.nullable(),
  annotations: z.array(line(300)).max(20),
};

/** A file that was put aside by {@link stagePermitFile}. */
const EvidenceFileId = Id.optional();
/** Demanded where the law's term or start is left (P3, P5). */
const OverrideReason = text(1_000, 0).default("");

export const PermitWarning = z.enum(["term_too_long", "starts_before_end", "starts_with_gap", "applied_too_early", "applied_too_late"]);
export type PermitWarning = z.infer<typeof PermitWarning>;

/** Puts an evidence file aside until a command names it; judged by content. Ministry staff say whose province it belongs to. */
export const stagePermitFile = endpoint({
  name: "stagePermitFile",
  method: "POST",
  path: "/api/permits/files",
  permission: "permit:attach_file",
  takesFile: true,
  maxBytes: 16 * 1_048_576,
  input: z.object({ file: UploadedFile, provinceId: z.coerce.number<string>().pipe(ProvinceId).optional() }),
  output: z.object({ fileId: Id, name: z.string(), size: z.int() }),
});

/** Makes a record. Its number is given by the system and never typed (P1). `provinceId` is for ministry staff. */
export const registerPermit = endpoint({
  name: "registerPermit",
  method: "POST",
  path: "/api/permits",
  permission: "permit:register",
  input: z.object({
    provinceId: ProvinceId.optional(),
    holder: Holder,
    employer: EmployerInput.nullable(),
    kind: PermitKind,
    ...terms,
    applicationNumber: line(40, 0).default(""),
    reason: Reason,
    overrideReason: OverrideReason,
    evidenceFileId: EvidenceFileId,
  }),
  output: PermitRecord,
});

/** Why a record is changed: error of entry, change of the holder's papers, change at the employer, upstream correction, court decision. */
export const AmendGround = z.enum(["entry_error", "holder_documents", "employer_change", "upstream_correction", "court_decision"]);
export type AmendGround = z.infer<typeof AmendGround>;

/** Changes what is named and leaves the rest. Personal data only with evidence (P7); what changes nothing leaves no event. */
export const amendPermit = endpoint({
  name: "amendPermit",
  method: "PATCH",
  path: "/api/permits/[permitId]",
  permission: "permit:amend",
  input: z.object({
    permitId: Id,
    version: Version,
    holder: Holder.partial().optional(),
    employer: EmployerInput.nullable().optional(),
    permit: z.object(terms).partial().optional(),
    ground: AmendGround,
    reason: Reason,
    overrideReason: OverrideReason,
    evidenceFileId: EvidenceFileId,
  }),
  output: PermitRecord,
});

/** The lawful start and term after a permit, and what the given dates would leave of the law. */
export const proposeExtension = endpoint({
  name: "proposeExtension",
  method: "GET",
  path: "/api/permits/[permitId]/extension",
  permission: "permit:extend",
  input: z.object({ permitId: Id, validFrom: LocalDate.optional(), validTo: LocalDate.optional() }),
  output: z.object({
    version: Version,
    lawful: z.object({ validFrom: LocalDate, validTo: LocalDate.nullable() }),
    /** Whole years that the law gives at most; null where it gives no term. */
    longestYears: z.int().nullable(),
    /** Permits with this employer so far, this one included. */
    earlierWithEmployer: z.int(),
    /** Of the dates asked about, else of the lawful ones. */
    warnings: z.array(PermitWarning),
  }),
});

/** A new permit with the same employer; the present one is superseded on the day it starts. Answers with the new one. */
export const extendPermit = endpoint({
  name: "extendPermit",
  method: "POST",
  path: "/api/permits/[permitId]/extension",
  permission: "permit:extend",
  input: z.object({
    permitId: Id,
    version: Version,
    validFrom: LocalDate,
    validTo: LocalDate.nullable(),
    reason: Reason,
    overrideReason: OverrideReason,
    evidenceFileId: EvidenceFileId,
  }),
  output: PermitRecord,
});

/** Grounds on which a permit ends early (Law 6735 art. 15), and a court's decision. */
export const CancelGround = z.enum([
  "holder_request",
  "employer_request",
  "not_arrived",
  "passport_expired",
  "unlawful_work",
  "employment_ended",
  "false_documents",
  "obligations_neglected",
  "information_withheld",
  "deportation",
  "public_order",
  "court_decision",
]);
export type CancelGround = z.infer<typeof CancelGround>;

/** Ends a permit on a legal ground from a day on, with the document that says so. `endedOn` is the first day without effect. */
export const cancelPermit = endpoint({
  name: "cancelPermit",
  method: "POST",
  path: "/api/permits/[permitId]/cancel",
  permission: "permit:cancel",
  input: z.object({ permitId: Id, version: Version, ground: CancelGround, endedOn: LocalDate, reason: Reason, evidenceFileId: Id }),
  output: PermitRecord,
});

/** Says that the record should never have been made. Its number is not used again. */
export const voidPermit = endpoint({
  name: "voidPermit",
  method: "POST",
  path: "/api/permits/[permitId]/void",
  permission: "permit:void",
  input: z.object({ permitId: Id, version: Version, reason: Reason, evidenceFileId: EvidenceFileId }),
  output: PermitRecord,
});

/** First of the two persons who move a record to another province (P8). */
export const proposePermitTransfer = endpoint({
  name: "proposePermitTransfer",
  method: "POST",
  path: "/api/permits/[permitId]/transfer",
  permission: "permit:transfer",
  input: z.object({
    permitId: Id,
    version: Version,
    provinceId: ProvinceId,
    reason: Reason,
    evidenceFileId: EvidenceFileId,
    stepUp: StepUp,
  }),
  output: PermitRecord,
});

export const TransferOutcome = z.object({ proposalId: Id, permitId: Id, state: z.enum(["executed", "refused", "withdrawn"]) });
export type TransferOutcome = z.infer<typeof TransferOutcome>;

/** The second person approves or refuses. Whoever approves within the old province does not see the record afterwards. */
export const decidePermitTransfer = endpoint({
  name: "decidePermitTransfer",
  method: "POST",
  path: "/api/permits/transfers/[proposalId]/decide",
  permission: "proposal:decide",
  input: DecisionFields,
  output: TransferOutcome,
});

/** Its proposer takes a transfer back before anybody decided. */
export const withdrawPermitTransfer = endpoint({
  name: "withdrawPermitTransfer",
  method: "POST",
  path: "/api/permits/transfers/[proposalId]/withdraw",
  permission: "permit:transfer",
  input: DecisionFields.omit({ decision: true, note: true }),
  output: TransferOutcome,
});

/** An evidence file of the permit's history. */
export const readPermitFile = endpoint({
  name: "readPermitFile",
  method: "GET",
  path: "/api/permits/[permitId]/files/[fileId]",
  permission: "permit:read",
  answersFile: true,
  input: z.object({ permitId: Id, fileId: Id }),
  output: FileAnswer,
});

export const PersonAccess = z.object({
  at: Instant,
  actorName: z.string(),
  actorRole: z.string(),
  action: z.enum(["opened", "revealed"]),
  permit: z.object({ id: Id, number: z.string(), provinceId: z.int() }),
  field: MaskedField.nullable(),
  purpose: RevealPurpose.nullable(),
  note: z.string(),
});
export type PersonAccess = z.infer<typeof PersonAccess>;

/** Who opened or revealed any permit of the person of a permit, between two days; newest first, at most 500. */
export const readPersonAccess = endpoint({
  name: "readPersonAccess",
  method: "GET",
  path: "/api/permits/[permitId]/person-access",
  permission: "personal_data_access:read",
  input: z.object({ permitId: Id, from: LocalDate.optional(), to: LocalDate.optional() }),
  output: z.object({ accesses: z.array(PersonAccess), isCut: z.boolean() }),
});
