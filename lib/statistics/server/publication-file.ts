// The bytes of a publication, and the trail's note of who took them.
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { type CanonicalValue, canonicalJson } from "../../platform/crypto/canonical.ts";
import { hex, sha256 } from "../../platform/crypto/digest.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import { foldTr, localDateOf } from "../../platform/locale/tr.ts";
import type { Publication } from "../publication.ts";
import type { Audience } from "../publication-contract.ts";

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
} as const;

/** What every publication of this installation has in common. */
export async function settingsOf(
  { db, now }: Context<Actor>,
  audience: Audience,
): Promise<Omit<Publication, "title" | "subtitle" | "tables" | "about">> {
  return { audience, threshold: env.DISCLOSURE_THRESHOLD, isInvented: (await installationMode(db)) !== "production", madeAt: now };
}

type Made = {
  what: string;
  title: string;
  format: keyof typeof mediaTypes;
  audience: Audience;
  question: object;
  bytes: Uint8Array<ArrayBuffer>;
};

/** The trail knows the file by its digest: who let which numbers out can be found again. */
export async function handedOver(ctx: Context<Actor>, made: Made): Promise<FileAnswer> {
  const { what, title, format, audience, question, bytes } = made;
  const digest = hex(sha256(bytes));
  const filterDigest = hex(sha256(canonicalJson(JSON.parse(JSON.stringify(question)) as CanonicalValue)));
  const payload = { what, filterDigest, format, audience, sha256: digest };
  await record(ctx, { action: "statistics.exported", subjectKind: "publication", subjectId: digest, payload });
  const name = foldTr(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const mark = audience === "internal" ? "-hizmete-ozel" : "";
  return { name: `${name}-${localDateOf(ctx.now)}${mark}.${format}`, mediaType: mediaTypes[format], bytes, inline: false };
}
