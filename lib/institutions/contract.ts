import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Empty, Id, Instant, line, Version } from "../platform/http/fields.ts";
import { AddressState, ConfirmationWay } from "./address-freshness.ts";

export const ChannelKind = z.enum(["kep", "email", "hand", "post"]);
export type ChannelKind = z.infer<typeof ChannelKind>;

export const InstitutionKind = z.enum([
  "governorship",
  "district_governorship",
  "university",
  "law_enforcement",
  "provincial_directorate",
  "foundation",
  "professional_body",
  "union",
  "municipality",
  "other",
]);
export type InstitutionKind = z.infer<typeof InstitutionKind>;

/** Where the institution stands towards the provincial directorate; decides arz or rica (Yönetmelik m.16/12). */
export const Relation = z.enum(["superior", "peer", "subordinate", "private_body"]);
export type Relation = z.infer<typeof Relation>;

export const RecipientRole = z.enum(["action", "information"]);
export type RecipientRole = z.infer<typeof RecipientRole>;

/** DETSİS: eight digits, the first no zero. */
export const detsisPattern = /^[1-9]\d{7}$/;
export const detsisRule = "DETSİS numarası 8 rakamdır ve 0 ile başlamaz.";
export const mostChannels = 6;
export const mostMembers = 5_000;

export const Channel = z.object({ kind: ChannelKind, address: line(200, 0) });
export type Channel = z.infer<typeof Channel>;

export const InstitutionRow = z.object({
  id: Id,
  name: z.string(),
  kind: InstitutionKind,
  provinceId: z.int(),
  district: z.string().nullable(),
  detsisNumber: z.string().nullable(),
  relation: Relation,
  dative: z.string(),
  channels: z.array(Channel),
  isDemo: z.boolean(),
});
export type InstitutionRow = z.infer<typeof InstitutionRow>;

/** What is known of one address: how it was proved, when it failed, who last confirmed it. */
export const AddressRecord = Channel.extend({
  state: AddressState,
  deliveredAt: Instant.nullable(),
  failedAt: Instant.nullable(),
  failure: z.enum(["rejected", "bounced", "address_invalid"]).nullable(),
  confirmed: z.object({ at: Instant, byName: z.string(), way: ConfirmationWay, note: z.string() }).nullable(),
});
export type AddressRecord = z.infer<typeof AddressRecord>;

/** A row of the directory, with the state of the address that is tried first. */
export const DirectoryRow = InstitutionRow.extend({ addressState: AddressState.nullable() });
export type DirectoryRow = z.infer<typeof DirectoryRow>;

export const InstitutionRecord = InstitutionRow.extend({
  /** The channels' addresses, in the same order. */
  addresses: z.array(AddressRecord),
  genitive: z.string(),
  phone: z.string(),
  parent: z.object({ id: Id, name: z.string() }).nullable(),
  lists: z.array(z.object({ id: Id, name: z.string() })),
  updatedAt: Instant,
  version: Version,
  allowedActions: z.array(z.enum(["amend"])),
});
export type InstitutionRecord = z.infer<typeof InstitutionRecord>;

export const InstitutionFilter = z.object({
  q: z.string().max(100).optional(),
  kind: InstitutionKind.optional(),
  channel: z.enum(["kep", "email", "hand", "post", "none"]).optional(),
  /** Of the address that is tried first. */
  address: AddressState.optional(),
  province: z.coerce.number<number>().pipe(z.int().min(1).max(81)).optional(),
});
export type InstitutionFilter = z.infer<typeof InstitutionFilter>;

/** 50 institutions of the actor's rows in Turkish name order; `after` is the last answer's `nextAfter`. It never waits for a count. */
export const listInstitutions = endpoint({
  name: "listInstitutions",
  method: "GET",
  path: "/api/institutions",
  permission: "institution:read",
  input: InstitutionFilter.extend({ after: z.string().max(400).optional() }),
  output: z.object({ institutions: z.array(DirectoryRow), nextAfter: z.string().nullable() }),
});

/** Exact; asked after the page, never awaited by it. */
export const countInstitutions = endpoint({
  name: "countInstitutions",
  method: "GET",
  path: "/api/institutions/count",
  permission: "institution:read",
  input: InstitutionFilter,
  output: z.object({ total: z.int() }),
});

export const readInstitution = endpoint({
  name: "readInstitution",
  method: "GET",
  path: "/api/institutions/[institutionId]",
  permission: "institution:read",
  input: z.object({ institutionId: Id }),
  output: InstitutionRecord,
});

/**
 * Errors: `stale_version`; `duplicate` where the DETSİS number is another institution's; `bad_input` with the channel's row, or at
 * `parentId` where that is of another province or stands below this one.
 */
export const amendInstitution = endpoint({
  name: "amendInstitution",
  method: "PATCH",
  path: "/api/institutions/[institutionId]",
  permission: "institution:amend",
  input: z.object({
    institutionId: Id,
    version: Version,
    name: line(300),
    kind: InstitutionKind,
    district: line(100).nullable(),
    /** The institution above it, of the same province; left out, it stays as it is. */
    parentId: Id.nullable().optional(),
    relation: Relation,
    detsisNumber: z.string().regex(detsisPattern, detsisRule).nullable(),
    dative: line(320),
    genitive: line(320),
    phone: line(40, 0),
    channels: z.array(Channel).max(mostChannels),
  }),
  output: InstitutionRecord,
});

export const DistributionListRow = z.object({
  id: Id,
  name: z.string(),
  memberCount: z.int(),
  updatedAt: Instant,
  version: Version,
});
export type DistributionListRow = z.infer<typeof DistributionListRow>;

export const DistributionListRecord = DistributionListRow.extend({
  members: z.array(z.object({ institution: InstitutionRow, role: RecipientRole })),
  allowedActions: z.array(z.enum(["amend"])),
});
export type DistributionListRecord = z.infer<typeof DistributionListRecord>;

export const listDistributionLists = endpoint({
  name: "listDistributionLists",
  method: "GET",
  path: "/api/institutions/lists",
  permission: "institution:read",
  input: Empty,
  output: z.object({ lists: z.array(DistributionListRow) }),
});

export const readDistributionList = endpoint({
  name: "readDistributionList",
  method: "GET",
  path: "/api/institutions/lists/[listId]",
  permission: "institution:read",
  input: z.object({ listId: Id }),
  output: DistributionListRecord,
});

/** Replaces name and ordered members; each institution once (`bad_input` at the second row). */
export const amendDistributionList = endpoint({
  name: "amendDistributionList",
  method: "PUT",
  path: "/api/institutions/lists/[listId]",
  permission: "distribution_list:amend",
  input: z.object({
    listId: Id,
    version: Version,
    name: line(200),
    members: z.array(z.object({ institutionId: Id, role: RecipientRole })).max(mostMembers),
  }),
  output: DistributionListRecord,
});
