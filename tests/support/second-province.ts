import type { Actor, Role } from "../../lib/access/policy.ts";
import type { CircularRecord, DraftContent } from "../../lib/circulars/contract.ts";
import { attachFile } from "../../lib/circulars/server/attach-file.ts";
import { registerTemplate } from "../../lib/circulars/server/change-templates.ts";
import { initialCircular } from "../../lib/circulars/server/initial-circular.ts";
import { prepareCircular } from "../../lib/circulars/server/prepare-circular.ts";
import { recordPhoneAnswer } from "../../lib/circulars/server/record-phone-answer.ts";
import { registerIncomingLetter } from "../../lib/circulars/server/register-incoming-letter.ts";
import { submitCircular } from "../../lib/circulars/server/submit-circular.ts";
import { withdrawCircular } from "../../lib/circulars/server/withdraw-circular.ts";
import {
  aDispatchedCircular,
  aDraft,
  aSignedCircular,
  evidenceArrives,
  handOver,
  hoursLater,
  type People,
  runAt,
  start,
  thePeople,
} from "./circulars.ts";
import { ownerSql } from "./database.ts";
import { aList, anInstitution } from "./directory.ts";
import { aFrozenFigure } from "./figures.ts";
import { fillPermitLists } from "./permit-lists.ts";
import { fillCards } from "./province-cards.ts";
import { samplePdf } from "./schema-sample.ts";

export const konya = 42;

const konyaAccounts = [
  { role: "provincial_officer", username: "memur@konya.test", name: "Zehra Konyalı" },
  { role: "provincial_chief", username: "sef@konya.test", name: "Kemal Konyalı" },
  { role: "provincial_director", username: "mudur@konya.test", name: "Nuran Konyalı" },
] as const satisfies { role: Role; username: string; name: string }[];

/** A second provincial directorate with its own people, who may do there what the demo's people may do in Aksaray. */
export async function konyaPeople(): Promise<People & { usernames: string[] }> {
  const [unit] = await ownerSql<{ id: string }>(
    `INSERT INTO unit (province_id, name, heading, detsis_number, file_code, superior_title, address, phone, fax, email, website, kep_address)
     SELECT ${konya}, 'Konya Çalışma ve İş Kurumu İl Müdürlüğü', ARRAY['T.C.', 'KONYA VALİLİĞİ'], '99000042', file_code, superior_title, 'Konya', phone, fax,
            email, website, 'konyaiskur@hs01.kep.test' FROM unit WHERE province_id = 68 RETURNING id`,
  );
  const [officer, chief, director] = [
    await aKonyaPerson(konyaAccounts[0], unit?.id ?? ""),
    await aKonyaPerson(konyaAccounts[1], unit?.id ?? ""),
    await aKonyaPerson(konyaAccounts[2], unit?.id ?? ""),
  ];
  await ownerSql(
    `INSERT INTO signing_authority (province_id, unit_id, user_id, kind, title, valid_from) VALUES (${konya}, $1, $2, 'own', 'İl Müdürü', '2026-01-01')`,
    [unit?.id, director.id],
  );
  return { officer, chief, director, usernames: konyaAccounts.map(({ username }) => username) };
}

async function aKonyaPerson({ role, username, name }: (typeof konyaAccounts)[number], unitId: string): Promise<Actor> {
  const [row] = await ownerSql<{ id: string }>(
    `INSERT INTO user_account (province_id, unit_id, username, name, title, role, password_hash) VALUES (${konya}, $1, $2, $3, 'Memur', $4, '-') RETURNING id`,
    [unitId, username, name, role],
  );
  return { kind: "user", id: row?.id ?? "", name, role, unitId, provinceId: konya };
}

export type ProvinceRecords = {
  draft: CircularRecord;
  dispatched: CircularRecord;
  circularIds: string[];
  letterId: string;
  listId: string;
};

/** A record of every kind, and a circular in every state on the way, made through the real operations of the province's own people. */
export async function fillProvince(people: People, label: string): Promise<ProvinceRecords> {
  const provinceId = people.officer.provinceId ?? 0;
  const members = [
    await anInstitutionOf(provinceId, `${label} Birliği`, "kep"),
    await anInstitutionOf(provinceId, `${label} Odası`, "hand"),
  ];
  const listId = await aList(provinceId, `${label} listesi`, members);
  const recipients = members.map((institutionId) => ({ institutionId, role: "action" as const }));
  const letterId = await aLetter(people, members[0] ?? "", label);
  await runAt(start, people.officer, registerTemplate, { name: `${label} şablonu`, content: { subject: label, body: [], closing: "" } });
  const wanted = (state: string) => ({ recipients, subject: `${label} ${state}` });
  await fillPermitLists(provinceId, people.officer);
  await fillCards(provinceId, people.officer);
  await aFrozenFigure(provinceId, people.officer);
  await aWaitingTransfer(provinceId, people.officer);
  const draft = await aDraftWithFile(people, wanted("taslak"));
  const onTheWay = await circularsOnTheWay(people, wanted);
  const signed = await aSignedCircular(people, wanted("imzalı"));
  const dispatched = await aDispatchedCircular(people, wanted("gönderilmiş"));
  return { draft, dispatched, letterId, listId, circularIds: [draft.id, ...onTheWay, signed.id, dispatched.id] };
}

/** Of the province's first permit to Ankara; whoever decides about it is asked for a proof first. */
async function aWaitingTransfer(provinceId: number, { id, name }: Actor): Promise<void> {
  await ownerSql(
    `INSERT INTO proposal (province_id, kind, subject_id, payload, payload_digest, reason, proposed_by_id, proposed_by_name, proposed_at, expires_at)
     SELECT province_id, 'permit_transfer', id, '{"summary": "nakil", "provinceId": 6, "version": 1}', '\\x00', 'Deneme nakli', $2, $3, now(), now() + interval '7 days'
     FROM permit WHERE province_id = $1 ORDER BY id DESC LIMIT 1`,
    [provinceId, id, name],
  );
}

/** What the outside world adds to a dispatched circular of Aksaray: deliveries handed over, evidence, a call. */
export async function answerDispatch(circular: CircularRecord): Promise<void> {
  const [byKep, byHand] = circular.recipients;
  await handOver(circular.id);
  await evidenceArrives(byKep?.id ?? "", "delivered", hoursLater(1));
  const { officer } = await thePeople();
  await runAt(hoursLater(2), officer, recordPhoneAnswer, {
    ...{ circularId: circular.id, recipientId: byHand?.id ?? "", version: 1, statement: "promised", answerBy: "2026-11-27" },
    ...{ spokenName: "Ayşe Yılmaz", spokenTitle: "Memur", spokenOn: "2026-11-23", spokenTime: "12:00", note: "" },
  });
}

const anInstitutionOf = (provinceId: number, name: string, kind: "kep" | "hand") =>
  anInstitution({ provinceId, name, channels: [{ kind, address: kind === "kep" ? `il${provinceId}@hs01.kep.test` : "Merkez Mah. 1" }] });

async function aLetter(people: People, institutionId: string, label: string): Promise<string> {
  const letter = { institutionId, letterOn: "2026-11-20", letterNumber: label, subject: `${label} yazısı`, receivedOn: "2026-11-22" };
  const body = [{ kind: "paragraph" as const, text: `${label} metni` }];
  return (await runAt(start, people.officer, registerIncomingLetter, { ...letter, body, attachments: [] })).id;
}

type Wanted = { recipients: DraftContent["recipients"]; subject: string };

async function aDraftWithFile(people: People, wanted: Wanted): Promise<CircularRecord> {
  const draft = await aDraft(people, wanted);
  const file = { name: "ek.pdf", bytes: new TextEncoder().encode(samplePdf) };
  return runAt(start, people.officer, attachFile, { circularId: draft.id, version: draft.version, file });
}

/** In initials, awaiting signature, prepared, withdrawn. */
async function circularsOnTheWay(people: People, wanted: (state: string) => Wanted): Promise<string[]> {
  const submit = async (state: string) => runAt(start, people.officer, submitCircular, handle(await aDraft(people, wanted(state))));
  const initial = async (state: string) => {
    const submitted = await submit(state);
    return runAt(start, people.chief, initialCircular, { ...handle(submitted), contentDigest: submitted.contentDigest ?? "" });
  };
  const inInitials = await submit("parafta");
  const awaiting = await initial("imza bekleyen");
  const prepared = await runAt(start, people.director, prepareCircular, handle(await initial("hazır")));
  const withdrawn = await aDraft(people, wanted("çekilmiş"));
  await runAt(start, people.officer, withdrawCircular, { ...handle(withdrawn), reason: "Gerek kalmadı" });
  return [inInitials.id, awaiting.id, prepared.id, withdrawn.id];
}

const handle = ({ id, version }: CircularRecord) => ({ circularId: id, version });

const tableOfField = {
  circularId: "circular",
  institutionId: "institution",
  parentId: "institution",
  letterId: "incoming_letter",
  listId: "distribution_list",
  distributionListId: "distribution_list",
  recipientId: "circular_recipient",
  recipientIds: "circular_recipient",
  attachmentId: "circular_attachment",
  answerId: "phone_answer",
  evidenceId: "evidence",
  taskId: "human_task",
  templateId: "circular_template",
  employer: "employer",
  samePersonAs: "permit",
  permitId: "permit",
  permitIds: "permit",
  proposalId: "proposal",
  fileId: "file",
  evidenceFileId: "file",
  viewId: "saved_view",
  selectionId: "permit_selection",
  importId: "import_run",
  exportId: "export_run",
  permit: "permit",
  cardId: "card",
  exceptionId: "card_exception",
  figureId: "frozen_figure",
  userId: "user_account",
  unitId: "unit",
  authorityId: "signing_authority",
};

/** The ledger and production belong to no province: to everybody in one, their numbers are a stranger's. */
const countryTableOfField = {
  batch: "batch",
  batchId: "batch",
  manifestId: "manifest",
  shipment: "shipment",
  shipmentId: "shipment",
  movementId: "movement",
  case: "stock_case",
  caseId: "stock_case",
  countId: "stock_count",
  documentId: "stock_document",
};

/** A province's record numbers by the name of the input field that takes them: every circular, one of the others. */
export async function recordIds(people: People): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const [field, table] of Object.entries(tableOfField)) {
    const limit = field === "circularId" ? "" : "LIMIT 1";
    const rows = await ownerSql<{ id: string }>(`SELECT id FROM ${table} WHERE province_id = $1 ORDER BY id ${limit}`, [
      people.officer.provinceId,
    ]);
    found.set(
      field,
      rows.map(({ id }) => id),
    );
  }
  for (const [field, table] of Object.entries(countryTableOfField)) {
    const rows = await ownerSql<{ id: string }>(`SELECT id FROM ${table} ORDER BY id LIMIT 1`);
    found.set(
      field,
      rows.map(({ id }) => id),
    );
  }
  return found.set("reviewerIds", [people.chief.id ?? ""]).set("signatoryId", [people.director.id ?? ""]);
}

/** Every table that belongs to provinces. */
export async function scopedTables(): Promise<string[]> {
  const rows = await ownerSql<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'province_id' AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** One digest a table over the rows of a province: whatever is written there changes it. */
export async function digestOfProvince(provinceId: number): Promise<Record<string, string>> {
  const ofEach = (await scopedTables()).map(
    (table) =>
      `SELECT '${table}' AS name, count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS digest FROM ${table} t WHERE province_id = $1`,
  );
  const rows = await ownerSql<{ name: string; digest: string }>(ofEach.join(" UNION ALL "), [provinceId]);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
