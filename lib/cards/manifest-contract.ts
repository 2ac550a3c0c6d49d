// Packing and hand-over to PTT: barcode, list, PTT's own count, and what differs (K4, K5; B10).
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, Instant, line, text, Version } from "../platform/http/fields.ts";
import { UploadedFile } from "../platform/http/files.ts";
import { CardWork } from "./contract.ts";
import { ManifestRow } from "./production-contract.ts";

const Count = z.int().min(0);
/** PTT's barcode as scanned; the international form is checked, another one is only warned about. */
export const Barcode = line(24, 8)
  .transform((value) => value.replaceAll(" ", "").toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{8,20}$/, "Barkod 8–20 harf ve rakamdır."));

/** A card and the barcode stuck on its envelope; both as scanned. */
export const PackedPair = z.object({ serialNumber: line(24, 1), barcode: Barcode });
export type PackedPair = z.infer<typeof PackedPair>;

/** Cards that passed the check are put into envelopes, each under its barcode. */
export const packCards = endpoint({
  name: "packCards",
  method: "POST",
  path: "/api/cards/production/packing",
  permission: "production:manage",
  input: z.object({ pairs: z.array(PackedPair).min(1).max(500) }),
  output: z.object({
    packed: Count,
    /** Barcodes of no international form; domestic ones may differ. */
    unusual: z.array(z.string()),
  }),
});

export const PackableCard = z.object({ cardId: Id, cardNumber: z.string(), serialNumber: z.string(), since: Instant });
export type PackableCard = z.infer<typeof PackableCard>;

/** Up to five hundred cards that passed the check and have no envelope yet, oldest first. */
export const listPackableCards = endpoint({
  name: "listPackableCards",
  method: "GET",
  path: "/api/cards/production/packing",
  permission: "production:read",
  input: z.object({}),
  output: z.object({ cards: z.array(PackableCard), total: Count }),
});

export const ManifestLineState = z.enum(["listed", "counted", "missing", "unexpected"]);
export type ManifestLineState = z.infer<typeof ManifestLineState>;

export const ManifestLine = z.object({
  line: z.int(),
  barcode: z.string(),
  state: ManifestLineState,
  /** Null where PTT counted a piece that stands in no list. */
  card: z.object({ id: Id, number: z.string(), serialNumber: z.string().nullable(), provinceId: z.int(), work: CardWork }).nullable(),
});
export type ManifestLine = z.infer<typeof ManifestLine>;

export const ManifestAction = z.enum(["hand_over", "count", "resolve"]);
export type ManifestAction = z.infer<typeof ManifestAction>;

export const ManifestRecord = ManifestRow.extend({
  version: Version,
  settledAt: Instant.nullable(),
  note: z.string().nullable(),
  rows: z.array(ManifestLine),
  allowedActions: z.array(ManifestAction),
});
export type ManifestRecord = z.infer<typeof ManifestRecord>;

/** A list of up to `count` packed cards, oldest first. */
export const drawUpManifest = endpoint({
  name: "drawUpManifest",
  method: "POST",
  path: "/api/cards/manifests",
  permission: "production:manage",
  input: z.object({ count: z.int().min(1).max(2_000) }),
  output: ManifestRecord,
});

export const readManifest = endpoint({
  name: "readManifest",
  method: "GET",
  path: "/api/cards/manifests/[manifestId]",
  permission: "production:read",
  input: z.object({ manifestId: Id }),
  output: ManifestRecord,
});

/**
 * The cards leave NVİ: each becomes valid now, and the card it replaces ends in the same transaction (K3). What is no longer to be
 * handed out is taken off the list first.
 */
export const handOverManifest = endpoint({
  name: "handOverManifest",
  method: "POST",
  path: "/api/cards/manifests/[manifestId]/hand-over",
  permission: "production:manage",
  input: z.object({ manifestId: Id, version: Version }),
  output: ManifestRecord,
});

/** What PTT says it took. Another number than the list's needs the barcodes, so that the difference has a name. */
export const countManifest = endpoint({
  name: "countManifest",
  method: "POST",
  path: "/api/cards/manifests/[manifestId]/count",
  permission: "carrier:record",
  input: z.object({
    manifestId: Id,
    version: Version,
    pttCount: z.int().min(0).max(10_000),
    barcodes: z.array(Barcode).max(5_000).default([]),
  }),
  output: ManifestRecord,
});

/** The same from PTT's file: one barcode a line, or a column named "barkod". */
export const takeManifestCount = endpoint({
  name: "takeManifestCount",
  method: "POST",
  path: "/api/cards/manifests/[manifestId]/count-file",
  permission: "carrier:record",
  takesFile: true,
  maxBytes: 1_048_576,
  input: z.object({ manifestId: Id, version: z.coerce.number<string>().pipe(Version), file: UploadedFile }),
  output: ManifestRecord,
});

/** `at_ptt`: PTT found it after all. `still_here`: it never left; back among the packed. `inquiry`: nobody has it. */
export const LineDecision = z.enum(["at_ptt", "still_here", "inquiry"]);
export type LineDecision = z.infer<typeof LineDecision>;

/** Every differing line gets a decision; then list and count agree. */
export const resolveManifest = endpoint({
  name: "resolveManifest",
  method: "POST",
  path: "/api/cards/manifests/[manifestId]/resolve",
  permission: "production:manage",
  input: z.object({
    manifestId: Id,
    version: Version,
    decisions: z.array(z.object({ line: z.int().min(1), decision: LineDecision })).max(5_000),
    note: text(2_000, 10),
  }),
  output: ManifestRecord,
});
