import { amendCircular, type CircularRecord, draftCircular } from "../../lib/circulars/contract.ts";
import { dispatchCircular, initialCircular, prepareCircular, signCircular, submitCircular } from "../../lib/circulars/signing-contract.ts";
import { bffOf } from "./bff.ts";
import { ownerSql } from "./database.ts";

const handle = ({ id, version }: CircularRecord) => ({ circularId: id, version });

/** Institutions of the province of Aksaray, each with one KEP address of its own. */
export async function manyInstitutions(count: number): Promise<string[]> {
  const rows = await ownerSql<{ id: string }>(
    `WITH made AS (
       INSERT INTO institution (province_id, name, kind, district, relation, detsis_number, dative, genitive, phone, is_demo)
       SELECT 68, 'Deneme Kurumu ' || n, 'other', 'Merkez', 'peer', NULL, 'Deneme Kurumu ' || n || '''e', 'Deneme Kurumu ' || n || '''in', '', true
       FROM generate_series(1, $1::int) n RETURNING id, name),
     channels AS (
       INSERT INTO institution_channel (province_id, institution_id, position, kind, address)
       SELECT 68, id, 0, 'kep', 'kurum' || substring(name FROM '\\d+') || '@hs01.kep.test' FROM made)
     SELECT id FROM made`,
    [count],
  );
  return rows.map(({ id }) => id);
}

/** A circular through the BFF as the three people make it, up to the signature. */
export async function aSignedLetter(institutionIds: string[]): Promise<CircularRecord> {
  const [officer, chief, director] = [
    await bffOf("memur@aksaray.test"),
    await bffOf("sef@aksaray.test"),
    await bffOf("mudur@aksaray.test"),
  ];
  const draft = await officer.call(draftCircular, {});
  const content = {
    ...draft.content,
    subject: "Çalışma İzni Belgeleri",
    body: [{ kind: "paragraph" as const, text: "Çalışma izni belgelerinin yeni tasarımı ekte sunulmuştur." }],
    closing: "Bilgilerini ve gereğini rica ederim.",
    recipients: institutionIds.map((institutionId) => ({ institutionId, role: "action" as const })),
  };
  const amended = await officer.call(amendCircular, { ...handle(draft), content });
  const submitted = await officer.call(submitCircular, handle(amended));
  const initialled = await chief.call(initialCircular, { ...handle(submitted), contentDigest: submitted.contentDigest ?? "" });
  const prepared = await director.call(prepareCircular, handle(initialled));
  return director.call(signCircular, { ...handle(prepared), documentDigest: prepared.document?.documentDigest ?? "" });
}

export async function dispatched(signed: CircularRecord): Promise<CircularRecord> {
  const officer = await bffOf("memur@aksaray.test");
  return officer.call(dispatchCircular, {
    ...handle(signed),
    recipientCount: signed.recipients.length,
    duplicateReason: "Deneme gönderimi",
  });
}

/**
 * Puts a short document in the place of the printed one: 2,000 names make a PDF of half a megabyte, and 2,000 such
 * messages would measure the machine. Delivery takes the bytes as they are.
 */
export async function shortened({ id }: CircularRecord): Promise<void> {
  await ownerSql(
    `UPDATE file f SET bytes = substring(f.bytes FROM 1 FOR 2000), size = 2000 FROM circular c WHERE c.id = $1 AND f.id = c.document_file_id`,
    [id],
  );
}

/** How many deliveries of a circular stand in which state. */
export async function statesOf(circularId: string): Promise<Record<string, number>> {
  const rows = await ownerSql<{ state: string; count: number }>(
    `SELECT state, count(*)::int AS count FROM delivery WHERE circular_id = $1 GROUP BY state`,
    [circularId],
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
