import { beforeAll, describe, expect, test } from "vitest";
import { listProposals } from "../../lib/access/proposals-contract.ts";
import { hashPassword } from "../../lib/access/server/passwords.ts";
import {
  amendPermit,
  cancelPermit,
  decidePermitTransfer,
  extendPermit,
  proposeExtension,
  proposePermitTransfer,
  readPermitFile,
  readPersonAccess,
  registerPermit,
  stagePermitFile,
  voidPermit,
} from "../../lib/permits/commands-contract.ts";
import { readPermit, revealPermitField } from "../../lib/permits/contract.ts";
import { checkProjections } from "../../lib/permits/server/check-projections.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { aPermit, aPermitInput } from "../support/permits.ts";
import { samplePdf } from "../support/schema-sample.ts";
import { accountOf } from "../support/session.ts";

const password = "uzun-bir-parola-1";
const reason = "Dosyadaki belgeye göre.";
let officer: Bff;
let chief: Bff;
let auditor: Bff;

beforeAll(async () => {
  officer = await bffOf(accountOf("provincial_officer"));
  chief = await bffOf(accountOf("provincial_chief"));
  auditor = await bffOf(accountOf("auditor"));
  await ownerSql("UPDATE user_account SET password_hash = $1 WHERE role IN ('provincial_officer', 'provincial_chief')", [
    await hashPassword(password),
  ]);
});

const aFile = async (bff = officer) =>
  (await bff.call(stagePermitFile, { file: { name: "dayanak.pdf", bytes: new TextEncoder().encode(samplePdf) } })).fileId;
const eventsOf = (id: string) => ownerSql<{ kind: string }>("SELECT kind FROM permit_event WHERE permit_id = $1 ORDER BY version", [id]);
const auditOf = (id: string) => ownerSql<{ action: string }>("SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id", [id]);

describe("a permit", () => {
  test("is registered with a number of the system, sealed and masked", async () => {
    const permit = await aPermit(officer);
    expect(permit.number).toMatch(/^\d{7,}$/);
    expect(permit.masked.foreigner_id).toMatch(/^0\d•{7}\d\d$/);
    expect(permit.events.map(({ kind }) => kind)).toEqual(["registered"]);
    expect((await auditOf(permit.id)).map(({ action }) => action)).toEqual(["permit.registered"]);
  });

  test("is registered once for one key", async () => {
    const input = aPermitInput();
    const options = { idempotencyKey: "anahtar-00000001" };
    const first = await officer.call(registerPermit, input, options);
    expect((await officer.call(registerPermit, input, options)).id).toBe(first.id);
    expect(await eventsOf(first.id)).toHaveLength(1);
  });

  test("of the same person, kind and employer on the same days is refused by its number", async () => {
    const input = aPermitInput();
    const first = await officer.call(registerPermit, input);
    await expect(officer.call(registerPermit, input)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(first.number),
    });
  });

  test("with a wrong check digit or beyond the lawful term is refused at the field", async () => {
    const input = aPermitInput({ validTo: "2028-12-31" });
    await expect(officer.call(registerPermit, input)).rejects.toMatchObject({ code: "bad_input" });
    const { holder } = aPermitInput();
    const wrong = { ...holder, foreignerId: "01234567891" };
    await expect(officer.call(registerPermit, aPermitInput({ holder: wrong }))).rejects.toMatchObject({ code: "bad_input" });
  });
});

describe("an amendment", () => {
  test("of personal data asks for evidence, and what changes nothing leaves no event", async () => {
    const permit = await aPermit(officer);
    const handle = { permitId: permit.id, version: permit.version, ground: "entry_error" as const, reason };
    await expect(officer.call(amendPermit, { ...handle, holder: { surname: "Yeni" } })).rejects.toMatchObject({ code: "bad_input" });
    expect((await officer.call(amendPermit, { ...handle, permit: { occupation: "5131" } })).version).toBe(1);
    const amended = await officer.call(amendPermit, { ...handle, holder: { surname: "Yeni" }, evidenceFileId: await aFile() });
    expect(amended.events[0]?.changes).toContainEqual({ field: "surname", before: "Örnek", after: "Yeni" });
    const file = amended.events[0]?.file;
    expect((await officer.call(readPermitFile, { permitId: permit.id, fileId: file?.id ?? "" })).name).toBe("dayanak.pdf");
    await expect(officer.call(amendPermit, { ...handle, permit: { occupation: "5120" } })).rejects.toMatchObject({ code: "stale_version" });
  });
});

describe("extension, cancellation, voiding", () => {
  test("the lawful term is two years from the day after, and the predecessor gives way", async () => {
    const permit = await aPermit(officer);
    const proposal = await officer.call(proposeExtension, { permitId: permit.id });
    expect(proposal.lawful).toEqual({ validFrom: "2027-01-01", validTo: "2028-12-31" });
    const extended = await officer.call(extendPermit, {
      permitId: permit.id,
      version: 1,
      ...proposal.lawful,
      reason,
      overrideReason: reason,
    });
    expect(extended.predecessor?.id).toBe(permit.id);
    const before = await officer.call(readPermit, { permitId: permit.id });
    expect(before).toMatchObject({ status: "superseded", endedOn: "2027-01-01", successor: { id: extended.id } });
  });

  test("a cancelled permit ends on its day with its document", async () => {
    const permit = await aPermit(officer);
    const input = { permitId: permit.id, version: 1, ground: "employment_ended" as const, endedOn: "2026-06-01", reason };
    // What an officer has put aside is nobody else's evidence.
    await expect(chief.call(cancelPermit, { ...input, evidenceFileId: await aFile() })).rejects.toMatchObject({ code: "bad_input" });
    const cancelled = await chief.call(cancelPermit, { ...input, evidenceFileId: await aFile(chief) });
    expect(cancelled).toMatchObject({ state: "cancelled", endedOn: "2026-06-01" });
    await expect(chief.call(cancelPermit, { ...input, version: 2, evidenceFileId: await aFile(chief) })).rejects.toMatchObject({
      code: "state_forbids",
    });
  });

  test("a void permit leaves room for the right one", async () => {
    const input = aPermitInput();
    const permit = await officer.call(registerPermit, input);
    expect((await chief.call(voidPermit, { permitId: permit.id, version: 1, reason })).state).toBe("void");
    expect((await officer.call(registerPermit, input)).number).not.toBe(permit.number);
  });
});

test("a revealed field and an opened record are found by whoever asks who saw the person", async () => {
  const permit = await aPermit(officer);
  await chief.call(readPermit, { permitId: permit.id });
  const purpose = "card_delivery" as const;
  expect((await officer.call(revealPermitField, { permitId: permit.id, field: "birth_on", purpose })).value).toBe("1991-04-23");
  const { accesses } = await auditor.call(readPersonAccess, { permitId: permit.id });
  expect(accesses.map(({ action, field }) => [action, field])).toEqual([
    ["revealed", "birth_on"],
    ["opened", null],
  ]);
});

describe("a transfer of province", () => {
  test("takes two persons, and both provinces keep their history", async () => {
    const permit = await aPermit(officer);
    const stepUp = { password };
    const proposed = await officer.call(proposePermitTransfer, { permitId: permit.id, version: 1, provinceId: 42, reason, stepUp });
    const proposalId = proposed.pendingTransfer?.proposalId ?? "";
    const decision = { proposalId, version: 1, decision: "approve" as const, stepUp };
    await expect(officer.call(decidePermitTransfer, decision)).rejects.toMatchObject({ code: "forbidden" });
    await expect(chief.call(decidePermitTransfer, { ...decision, stepUp: { password: "yanlış" } })).rejects.toMatchObject({
      code: "code_refused",
    });
    expect((await chief.call(listProposals, {})).proposals.map(({ id }) => id)).toContain(proposalId);
    expect((await chief.call(decidePermitTransfer, decision)).state).toBe("executed");
    await expect(officer.call(readPermit, { permitId: permit.id })).rejects.toMatchObject({ code: "not_found" });
    expect(
      await ownerSql("SELECT province_id, version FROM permit_event WHERE permit_id = $1 AND kind = 'transferred' ORDER BY 1", [permit.id]),
    ).toEqual([
      { province_id: 42, version: 2 },
      { province_id: 68, version: 2 },
    ]);
    const arrived = await auditor.call(readPermit, { permitId: permit.id });
    expect(arrived).toMatchObject({ provinceId: 42, version: 2, employer: { taxNumber: permit.employer?.taxNumber } });
  });
});

test("records are what their events say, and one changed behind their back is found", async () => {
  const permit = await aPermit(officer);
  const check = () => withScope({ kind: "country" }, (db) => checkProjections(db, 100_000));
  const atFirst = await check();
  expect(atFirst.filter(({ permitId }) => permitId === permit.id)).toEqual([]);
  const person = "ffffffff-ffff-4fff-bfff-ffffffffffff";
  await ownerSql("UPDATE permit SET surname = 'Başka', person_key = $2 WHERE id = $1", [permit.id, person]);
  expect(await check()).toContainEqual({ permitId: permit.id, columns: ["surname", "personKey"] });
});
