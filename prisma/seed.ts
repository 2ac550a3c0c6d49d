// The demo: units, accounts, the directory of the country and the governorship's letter. Run by set-up as the database's
// owner, in demo mode only; a second run changes nothing. Everything here is invented except the letter's own text.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { hash } from "@node-rs/argon2";
import pg from "pg";
import { sealTotpSecret } from "../lib/access/server/totp.ts";
import { dativeOf, genitiveOf } from "../lib/institutions/suffix.ts";
import { readEnvironment } from "../lib/platform/config/env.ts";
import { localDateOf } from "../lib/platform/locale/tr.ts";
import { demoAccounts, demoPassword } from "./demo-accounts.ts";
import { seedCards } from "./seed-cards.ts";
import { directoryBeyond, seedDirectory, seedHierarchy } from "./seed-directory.ts";
import { type SeedInstitution, seedGovernorship, seedInstitutions, seedListName } from "./seed-institutions.ts";
import { seedLetter } from "./seed-letter.ts";
import { seedPermits } from "./seed-permits.ts";
import { seedTemplates } from "./seed-templates.ts";

const AKSARAY = 68;

async function seedDemo(client: pg.Client, dataKey: Uint8Array, now: Date): Promise<void> {
  const { rows } = await client.query("SELECT mode, (SELECT count(*)::int FROM unit) AS units FROM installation");
  if (rows[0]?.mode !== "demo") throw new Error("demo data belongs to the demo only");
  if (rows[0].units > 0) return;
  const units = { province: await insertUnit(client, provincialUnit), ministry: await insertUnit(client, ministryUnit) };
  await seedAccounts(client, units, dataKey);
  const governorship = await insertInstitution(client, seedGovernorship, now);
  const members: string[] = [];
  for (const institution of seedInstitutions) members.push(await insertInstitution(client, institution, now));
  await seedList(client, members, now);
  await seedDirectory(client, directoryBeyond([AKSARAY]), now);
  await seedHierarchy(client);
  await seedIncomingLetter(client, units.province, governorship, now);
}

type Unit = {
  provinceId: number | null;
  name: string;
  heading: string[];
  detsisNumber: string;
  fileCode: string;
  superiorTitle: string;
  kepAddress: string;
};

const provincialUnit: Unit = {
  provinceId: AKSARAY,
  name: "Aksaray Çalışma ve İş Kurumu İl Müdürlüğü",
  heading: seedLetter.heading,
  detsisNumber: "99000068",
  fileCode: "903.07",
  superiorTitle: "Vali",
  kepAddress: "aksarayiskur@hs01.kep.test",
};

const ministryUnit: Unit = {
  provinceId: null,
  name: "Uluslararası İşgücü Genel Müdürlüğü",
  heading: ["T.C.", "ÇALIŞMA VE SOSYAL GÜVENLİK BAKANLIĞI", "Uluslararası İşgücü Genel Müdürlüğü"],
  detsisNumber: "99000100",
  fileCode: "903.07",
  superiorTitle: "Bakan",
  kepAddress: "uigm@hs01.kep.test",
};

async function insertUnit(client: pg.Client, unit: Unit): Promise<string> {
  const { contact } = seedLetter;
  const address = unit.provinceId === AKSARAY ? contact.address : "Emek Mah. 17. Cad. No:13 ANKARA";
  const { rows } = await client.query(
    `INSERT INTO unit (province_id, name, heading, detsis_number, file_code, superior_title, address, phone, fax, email, website, kep_address)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
    [
      unit.provinceId,
      unit.name,
      unit.heading,
      unit.detsisNumber,
      unit.fileCode,
      unit.superiorTitle,
      address,
      contact.phone,
      contact.fax,
      contact.email,
      contact.website,
      unit.kepAddress,
    ],
  );
  return rows[0].id;
}

async function seedAccounts(client: pg.Client, units: { province: string; ministry: string }, dataKey: Uint8Array): Promise<void> {
  for (const [index, account] of demoAccounts.entries()) {
    const unitId = account.provinceId === null ? units.ministry : units.province;
    const { rows } = await client.query(
      `INSERT INTO user_account (province_id, unit_id, username, name, title, phone, role, password_hash, is_demo)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, true) RETURNING id`,
      [
        account.provinceId,
        unitId,
        account.username,
        account.name,
        account.title,
        `0382 000 01 ${String(10 + index)}`,
        account.role,
        await hash(demoPassword),
      ],
    );
    const { id } = rows[0];
    if (account.totpSecret)
      await client.query("UPDATE user_account SET totp_secret = $2, totp_at = now() WHERE id = $1", [
        id,
        sealTotpSecret(dataKey, id, account.totpSecret),
      ]);
    if (account.role !== "provincial_director" && account.role !== "ministry_signatory") continue;
    await client.query(
      "INSERT INTO signing_authority (province_id, unit_id, user_id, kind, title, valid_from) VALUES ($1, $2, $3, 'own', $4, '2026-01-01')",
      [account.provinceId, unitId, id, account.title],
    );
  }
}

async function insertInstitution(client: pg.Client, institution: SeedInstitution, now: Date): Promise<string> {
  const { name, kind, district, relation, detsisNumber, phone, kepAddress, email } = institution;
  const { rows } = await client.query(
    `INSERT INTO institution (province_id, name, kind, district, relation, detsis_number, dative, genitive, phone, is_demo, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, true, $10, $10) RETURNING id`,
    [AKSARAY, name, kind, district, relation, detsisNumber, dativeOf(name), genitiveOf(name), phone, now],
  );
  const channels = [["kep", kepAddress], ...(email ? [["email", email]] : [])];
  for (const [index, [kind, address]] of channels.entries()) {
    await client.query(
      "INSERT INTO institution_channel (province_id, institution_id, position, kind, address) VALUES ($1, $2, $3, $4, $5)",
      [AKSARAY, rows[0].id, index + 1, kind, address],
    );
  }
  return rows[0].id;
}

async function seedList(client: pg.Client, members: string[], now: Date): Promise<void> {
  const { rows } = await client.query("INSERT INTO distribution_list (province_id, name, updated_at) VALUES ($1, $2, $3) RETURNING id", [
    AKSARAY,
    seedListName,
    now,
  ]);
  for (const [index, institutionId] of members.entries()) {
    await client.query(
      "INSERT INTO distribution_list_member (list_id, institution_id, province_id, position, role) VALUES ($1, $2, $3, $4, 'action')",
      [rows[0].id, institutionId, AKSARAY, index + 1],
    );
  }
  await client.query(
    `INSERT INTO distribution_list_version (list_id, version, province_id, name, members, origin, made_at)
     SELECT l.id, l.version, l.province_id, l.name,
       jsonb_agg(jsonb_build_object('institutionId', m.institution_id, 'name', i.name, 'role', m.role) ORDER BY m.position), 'found', $2
     FROM distribution_list l JOIN distribution_list_member m ON m.list_id = l.id JOIN institution i ON i.id = m.institution_id
     WHERE l.id = $1 GROUP BY l.id`,
    [rows[0].id, now],
  );
}

async function seedIncomingLetter(client: pg.Client, unitId: string, institutionId: string, now: Date): Promise<void> {
  const attachments = seedLetter.attachments.map(({ title }) => title);
  await client.query(
    `INSERT INTO incoming_letter (province_id, unit_id, institution_id, letter_on, letter_number, subject, body, attachments, received_at, received_on, received_by)
     VALUES ($1, $2, $3, '2026-03-11', '9209', $4, $5, $6, $7, $8, 'KEP')`,
    [
      AKSARAY,
      unitId,
      institutionId,
      seedLetter.subject,
      JSON.stringify(seedLetter.body),
      JSON.stringify(attachments),
      now,
      localDateOf(now),
    ],
  );
}

const environment = readEnvironment(process.env);
// `npm run seed -- --permits 5000000`: a demo as large as the country's registry.
const { values } = parseArgs({ options: { permits: { type: "string" } } });
const permits = Number(values.permits ?? environment.DEMO_PERMITS);
if (!Number.isSafeInteger(permits) || permits < 0) throw new Error("--permits takes a whole number");
const client = new pg.Client({ connectionString: environment.MIGRATION_DATABASE_URL });
await client.connect();
try {
  await client.query("BEGIN");
  await seedDemo(client, Buffer.from(environment.DATA_KEY, "base64"), new Date());
  await client.query("COMMIT");
  await seedTemplates(client, new Date());
  const dataKey = Buffer.from(environment.DATA_KEY, "base64");
  const threads = Math.max(2, Math.min(availableParallelism(), 8));
  await seedPermits(client, { url: environment.MIGRATION_DATABASE_URL ?? "", dataKey, permits, threads, now: new Date() });
  await seedCards(client, new Date());
} finally {
  await client.end();
}
