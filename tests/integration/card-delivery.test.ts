// The way of a card after hand-over: PTT's reports in any order, returns, exceptions, and what an office does about them.
import { beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "../../lib/access/policy.ts";
import { hashPassword } from "../../lib/access/server/passwords.ts";
import {
  confirmCardAddress,
  deliverCard,
  destroyCard,
  listCards,
  readCard,
  readCardFile,
  reportCard,
  resendCard,
} from "../../lib/cards/card-contract.ts";
import { decideDeliveryCorrection, proposeDeliveryCorrection } from "../../lib/cards/correction-contract.ts";
import { receiveCarrierEvents, recordCarrierEvents } from "../../lib/cards/delivery-contract.ts";
import { closeCardException, listCardExceptions, planCardCollection, takeCardException } from "../../lib/cards/exceptions-contract.ts";
import { checkCards, findStalled } from "../../lib/cards/server/card-sweeps.ts";
import type { StoredCard } from "../../lib/cards/server/repository.ts";
import { resealAddresses } from "../../lib/cards/server/reseal-addresses-repository.ts";
import { stagePermitFile } from "../../lib/permits/commands-contract.ts";
import { resealWithNewKey } from "../../lib/permits/server/rotate-data-key.ts";
import { openFieldCipher } from "../../lib/platform/crypto/field-cipher.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { searchAll } from "../../lib/search/contract.ts";
import { type Bff, bffOf, bffWith } from "../support/bff.ts";
import { aCard } from "../support/cards.ts";
import { ownerSql } from "../support/database.ts";
import { samplePdf } from "../support/schema-sample.ts";
import { accountOf } from "../support/session.ts";

const scan = { file: { name: "tutanak.pdf", bytes: new TextEncoder().encode(samplePdf) } };
const password = "uzun-bir-parola-1";
const key = "deneme-anahtari-ptt-0123456789-abcdef";
let officer: Bff;
let chief: Bff;
let ministry: Bff;

beforeAll(async () => {
  officer = await bffOf(accountOf("provincial_officer"));
  chief = await bffOf(accountOf("provincial_chief"));
  ministry = await bffOf(accountOf("ministry_officer"));
  await ownerSql("UPDATE user_account SET password_hash = $1 WHERE role IN ('provincial_officer', 'provincial_chief')", [
    await hashPassword(password),
  ]);
});

type Report = { code: string; hours: number; sequence?: number };
const begin = Date.now() - 3_600_000;
const timeOf = (hours: number) => new Date(begin + hours * 60_000).toISOString();
const csvOf = ({ barcode }: Pick<StoredCard, "barcode">, reports: readonly Report[]) =>
  [
    "barkod;kod;aciklama;sube;zaman;sira",
    ...reports.map((one) => `${barcode};${one.code};;Deneme;${timeOf(one.hours)};${one.sequence ?? 0}`),
  ].join("\n");
const fileOf = (text: string) => ({ file: { name: "ptt.csv", bytes: new TextEncoder().encode(text) } });
const tell = (card: StoredCard, reports: readonly Report[]) => ministry.call(recordCarrierEvents, fileOf(csvOf(card, reports)));
const read = ({ id }: StoredCard) => officer.call(readCard, { cardId: id });
const openKinds = async (card: StoredCard) =>
  (await read(card)).exceptions.filter(({ closedAt }) => closedAt === null).map(({ kind }) => kind);

describe("PTT's reports", () => {
  test("move a card to its holder, and its work is done", async () => {
    const card = await aCard(officer, "on_its_way");
    await tell(card, [
      { code: "10", hours: 1 },
      { code: "13", hours: 2 },
    ]);
    expect(await read(card)).toMatchObject({
      whereabouts: "delivered",
      deliveredTo: "family",
      work: "closed",
      whereaboutsSince: timeOf(2),
    });
  });

  test("taken back by 15 leave the card where it was, and both stand in its history", async () => {
    const card = await aCard(officer, "on_its_way");
    await tell(card, [
      { code: "10", hours: 1 },
      { code: "12", hours: 2 },
    ]);
    await tell(card, [{ code: "15", hours: 3 }]);
    const record = await read(card);
    expect(record).toMatchObject({ whereabouts: "out_for_delivery", deliveredTo: null, work: "handed_to_ptt" });
    const cancelled = record.reports.find(({ code }) => code === "12");
    expect(cancelled?.reversedById).toBe(record.reports.find(({ code }) => code === "15")?.id);
  });

  test("of the same file twice change nothing", async () => {
    const card = await aCard(officer, "on_its_way");
    const first = await tell(card, [{ code: "10", hours: 4 }]);
    const again = await tell(card, [{ code: "10", hours: 4 }]);
    expect(again).toEqual({ ...first, isRepeated: true });
  });

  test("with a code that nobody knows open an exception and move nothing", async () => {
    const card = await aCard(officer, "on_its_way");
    const before = await read(card);
    expect(await tell(card, [{ code: "777", hours: 1 }])).toMatchObject({ unknownCodes: 1, moved: 0 });
    expect(await openKinds(card)).toEqual(["unknown_event"]);
    expect((await read(card)).whereabouts).toBe(before.whereabouts);
  });

  test("with a faulty line are refused whole, with the line named", async () => {
    const card = await aCard(officer, "on_its_way");
    const text = `${csvOf(card, [{ code: "12", hours: 1 }])}\n${card.barcode};;;;dün;0`;
    await expect(ministry.call(recordCarrierEvents, fileOf(text))).rejects.toMatchObject({
      code: "file_refused",
      problem: { invalidParams: expect.arrayContaining([expect.objectContaining({ message: expect.stringContaining("2. satır") })]) },
    });
    expect((await read(card)).whereabouts).not.toBe("delivered");
  });

  test("come through PTT's own door with its key alone", async () => {
    const card = await aCard(officer, "on_its_way");
    const reports = [{ barcode: card.barcode ?? "", code: "30", time: timeOf(5) }];
    const withKey = (given: string) => ({ headers: { authorization: `Bearer ${given}` } });
    const knock = (given: string) => bffWith().call(receiveCarrierEvents, { key: "-", reports }, withKey(given));
    await expect(knock("x".repeat(40))).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await knock(process.env.PTT_KEY ?? key)).toMatchObject({ received: 1, moved: 1, isRepeated: false });
    expect(await read(card)).toMatchObject({ whereabouts: "at_branch" });
  });

  test("in any order, piece by piece or at once, end in one state (R5)", async () => {
    const story = [
      { code: "3", hours: 1 },
      { code: "10", hours: 2 },
      { code: "12", hours: 3 },
      { code: "15", hours: 4 },
      { code: "42", hours: 5 },
      { code: "160", hours: 6 },
    ];
    const orders = [[...story], story.toReversed(), [3, 0, 5, 2, 4, 1].map((at) => story[at] as Report)];
    const states = [];
    for (const [index, order] of orders.entries()) {
      const card = await aCard(officer, "on_its_way");
      if (index === 0) await tell(card, order);
      else for (const one of [...order, ...order]) await tell(card, [one]);
      const { whereabouts, whereaboutsSince, deliveredTo, work, validity, exceptions } = await read(card);
      const open = exceptions.filter(({ closedAt }) => closedAt === null).map(({ kind, cause }) => [kind, cause]);
      states.push({ whereabouts, whereaboutsSince, deliveredTo, work, validity, open });
    }
    expect(states[0]).toMatchObject({ whereabouts: "returned_held", open: [["returned", "address_unknown"]] });
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
  });

  test("of a delivery nobody handed over open an exception (K5)", async () => {
    const card = await aCard(officer, "packed");
    await tell(card, [{ code: "12", hours: 1 }]);
    expect(await openKinds(card)).toEqual(["no_handover"]);
  });
});

describe("a returned card", () => {
  async function aReturnedCard(): Promise<StoredCard> {
    const card = await aCard(officer, "on_its_way");
    await tell(card, [
      { code: "42", hours: 1 },
      { code: "160", hours: 2 },
    ]);
    return card;
  }

  test("is sent again only after its address was confirmed (K8)", async () => {
    const card = await aReturnedCard();
    const { version, allowedActions } = await read(card);
    expect(allowedActions).not.toContain("resend");
    await expect(officer.call(resendCard, { cardId: card.id, version })).rejects.toMatchObject({ code: "state_forbids" });
    const address = "Yeni Mah. 5. Cadde No: 12 Daire 3, Merkez / Aksaray";
    const { fileId: evidenceFileId } = await officer.call(stagePermitFile, scan);
    const confirmed = await officer.call(confirmCardAddress, { cardId: card.id, version, source: "phone", address, evidenceFileId });
    expect(confirmed.events[0]?.file?.id).toBe(evidenceFileId);
    expect(confirmed).toMatchObject({ address: { source: "phone" }, allowedActions: expect.arrayContaining(["resend"]) });
    const resent = await officer.call(resendCard, { cardId: card.id, version: confirmed.version });
    expect(resent).toMatchObject({ whereabouts: "ptt_accepted", work: "handed_to_ptt" });
    expect(await openKinds(card)).toEqual([]);
    const sealed = async () =>
      (
        await ownerSql<{ address: Buffer; keyId: number }>('SELECT address, key_id AS "keyId" FROM card_address WHERE card_id = $1', [
          card.id,
        ])
      )[0];
    const before = await sealed();
    expect(before?.address.toString("latin1")).not.toContain("Yeni");
    const dataKey = Buffer.alloc(32, 7);
    const { keyId } = await resealWithNewKey({ dataKey, others: [resealAddresses] });
    const after = await sealed();
    expect(after?.keyId).toBe(keyId);
    expect(after?.keyId).toBeGreaterThan(before?.keyId ?? 0);
    const cipher = await withScope({ kind: "country" }, (db) => openFieldCipher(db, dataKey));
    expect(cipher.open("address", after?.address ?? new Uint8Array(), keyId)).toBe(address);
    const rewritten = withScope(
      { kind: "country" },
      ({ tx }) => tx.$executeRaw`UPDATE card_address SET address = ${Buffer.from("x")} WHERE card_id = ${card.id}::uuid`,
    );
    await expect(rewritten).rejects.toThrow(/newer key/);
  });

  test("that comes back once more needs its address confirmed once more", async () => {
    const card = await aReturnedCard();
    const { version } = await read(card);
    const confirmed = await officer.call(confirmCardAddress, {
      cardId: card.id,
      version,
      source: "visit",
      address: "Eski Mah. 1. Sokak No: 4",
    });
    await officer.call(resendCard, { cardId: card.id, version: confirmed.version, barcode: `RR${card.number.slice(-8)}9TR` });
    const later = Date.now() + 60_000 - begin;
    await ministry.call(
      recordCarrierEvents,
      fileOf(csvOf({ ...card, barcode: `RR${card.number.slice(-8)}9TR` }, [{ code: "160", hours: later / 60_000 }])),
    );
    const record = await read(card);
    expect(record).toMatchObject({ whereabouts: "returned_held", addressConfirmedAt: null });
    expect(record.allowedActions).not.toContain("resend");
    expect(await openKinds(card)).toEqual(["returned"]);
  });

  test("is collected at the office, and nobody is asked again until the day agreed on", async () => {
    const card = await aReturnedCard();
    const [waiting] = (await read(card)).exceptions;
    const mine = await officer.call(takeCardException, { exceptionId: waiting?.id ?? "", version: waiting?.version ?? 1 });
    expect(mine.owner?.id).toBeTruthy();
    const on = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);
    const planned = await officer.call(planCardCollection, { exceptionId: mine.id, version: mine.version, place: "İl müdürlüğü", on });
    expect(planned).toMatchObject({ dueOn: on, closedAt: null });
    const { version } = await read(card);
    const given = await officer.call(deliverCard, { cardId: card.id, version, to: "self", reason: "Kimliği görülerek verildi." });
    expect(given).toMatchObject({ whereabouts: "delivered", deliveredTo: "self", work: "closed" });
    expect(await openKinds(card)).toEqual([]);
  });

  test("is not settled by words alone", async () => {
    const card = await aReturnedCard();
    const [waiting] = (await read(card)).exceptions;
    const call = officer.call(closeCardException, {
      exceptionId: waiting?.id ?? "",
      version: waiting?.version ?? 1,
      resolution: "Bakıldı.",
    });
    await expect(call).rejects.toMatchObject({ code: "state_forbids" });
  });

  test("is destroyed before a witness who is somebody else", async () => {
    const card = await aReturnedCard();
    const { version } = await read(card);
    const { fileId: evidenceFileId } = await officer.call(stagePermitFile, scan);
    const input = { cardId: card.id, version, documentNumber: "2026/14", reason: "Alıcı vefat etmiş.", evidenceFileId };
    const [me] = await ownerSql<{ name: string }>("SELECT name FROM user_account WHERE username = $1", [accountOf("provincial_officer")]);
    await expect(officer.call(destroyCard, { ...input, witnessName: me?.name ?? "" })).rejects.toMatchObject({ code: "bad_input" });
    const { fileId: ofOthers } = await chief.call(stagePermitFile, scan);
    const borrowed = { ...input, witnessName: "Kemal Tanık", evidenceFileId: ofOthers };
    await expect(officer.call(destroyCard, borrowed)).rejects.toMatchObject({ code: "bad_input" });
    const gone = await officer.call(destroyCard, { ...input, witnessName: "Kemal Tanık" });
    expect(gone).toMatchObject({ whereabouts: "destroyed" });
    expect(gone.events[0]?.file).toEqual({ id: evidenceFileId, name: scan.file.name });
    const { bytes } = await officer.call(readCardFile, { cardId: card.id, fileId: evidenceFileId });
    expect(new TextDecoder().decode(bytes)).toBe(samplePdf);
    await expect(officer.call(readCardFile, { cardId: card.id, fileId: ofOthers })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a card that is reported", () => {
  test("lost ends in the transaction that asks for the next one (K3)", async () => {
    const card = await aCard(officer, "delivered");
    const { version } = await read(card);
    const { fileId: evidenceFileId } = await officer.call(stagePermitFile, scan);
    const told = { ground: "lost" as const, reason: "Cüzdanıyla birlikte kaybolmuş.", evidenceFileId };
    const record = await officer.call(reportCard, { cardId: card.id, version, ...told });
    expect(record.events[0]).toMatchObject({ kind: "invalidated", file: { id: evidenceFileId } });
    expect(record).toMatchObject({ validity: "invalidated", invalidReason: "reported_lost", whereabouts: "lost" });
    expect(record.replacedBy).not.toBeNull();
    const next = await officer.call(readCard, { cardId: record.replacedBy?.id ?? "" });
    expect(next).toMatchObject({ validity: "pending", work: "requested", design: "new", requestReason: "lost", replaces: { id: card.id } });
    expect(next.events.map(({ file }) => file)).toEqual([null]);
  });

  test("damaged stays valid while the next one is made, and is not asked for twice", async () => {
    const card = await aCard(officer, "delivered");
    const { version } = await read(card);
    const { fileId: evidenceFileId } = await officer.call(stagePermitFile, scan);
    const told = { ground: "damaged" as const, reason: "Yüzü silinmiş, okunmuyor.", evidenceFileId };
    const record = await officer.call(reportCard, { cardId: card.id, version, ...told });
    // The paper is about this card and stays with it.
    expect(record.events[0]).toMatchObject({ kind: "damage_reported", reason: told.reason, file: { id: evidenceFileId } });
    const next = await officer.call(readCard, { cardId: record.replacedBy?.id ?? "" });
    expect(next.events.map(({ kind, file }) => ({ kind, file }))).toEqual([{ kind: "requested", file: null }]);
    expect(record).toMatchObject({ validity: "valid", replacedBy: expect.objectContaining({ id: expect.any(String) }) });
    expect(record.allowedActions).not.toContain("report_damaged");
  });

  test("stolen and found again is held, never valid again, and waits to be destroyed (K9)", async () => {
    const card = await aCard(officer, "delivered");
    const { version } = await read(card);
    const stolen = await officer.call(reportCard, { cardId: card.id, version, ground: "stolen", reason: "Karakol tutanağı gösterildi." });
    const found = await officer.call(reportCard, {
      cardId: card.id,
      version: stolen.version,
      ground: "found",
      reason: "Karakoldan teslim alındı.",
    });
    expect(found).toMatchObject({ validity: "invalidated", whereabouts: "returned_held" });
    expect(found.allowedActions).toEqual(["destroy"]);
    expect(await openKinds(card)).toEqual(["found_after_report"]);
    await expect(ownerSql("UPDATE card SET validity = 'active' WHERE id = $1", [card.id])).rejects.toThrow(/stays invalid/);
  });

  test("is a read of personal data when it is opened", async () => {
    const card = await aCard(officer, "delivered");
    await read(card);
    const rows = await ownerSql<{ action: string }>("SELECT action FROM audit_event WHERE subject_id = $1 AND action <> 'card.changed'", [
      card.id,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(["card.opened"]);
  });
});

describe("a delivery that did not happen", () => {
  test("is corrected by two people (K6)", async () => {
    const card = await aCard(officer, "delivered");
    const { version } = await read(card);
    const proof = { stepUp: { password } };
    const proposed = await officer.call(proposeDeliveryCorrection, {
      cardId: card.id,
      version,
      whereabouts: "under_inquiry",
      reason: "Hak sahibi kartı almadığını bildirdi.",
      ...proof,
    });
    expect(proposed).toMatchObject({ whereabouts: "delivered", pendingCorrection: { whereabouts: "under_inquiry" }, allowedActions: [] });
    const decision = { proposalId: proposed.pendingCorrection?.proposalId ?? "", version: 1, decision: "approve" as const, ...proof };
    await expect(officer.call(decideDeliveryCorrection, decision)).rejects.toMatchObject({ code: "forbidden" });
    expect(await chief.call(decideDeliveryCorrection, decision)).toMatchObject({ state: "executed" });
    const corrected = await read(card);
    expect(corrected).toMatchObject({ whereabouts: "under_inquiry", deliveredTo: null });
    // Whose word it was stands first, who agreed second.
    const [first, second] = await ownerSql<{ name: string }>(
      "SELECT name FROM user_account WHERE username IN ('memur@aksaray.test', 'sef@aksaray.test') ORDER BY username",
    );
    expect(corrected.events.find(({ kind }) => kind === "delivery_corrected")).toMatchObject({
      actorName: first?.name,
      approvedBy: second?.name,
    });
  });
});

describe("a card that does not move", () => {
  test("is somebody's task after its stage's days, and no longer once it has moved (K7)", async () => {
    const card = await aCard(officer, "on_its_way");
    const run = (now: Date) => withScope({ kind: "country" }, (db) => findStalled({ db, now, actor: systemActor(null), requestId: "-" }));
    await ownerSql("UPDATE card_exception SET closed_at = now(), resolution = 'deneme' WHERE closed_at IS NULL AND card_id = $1", [
      card.id,
    ]);
    await run(new Date(Date.now() + 90 * 86_400_000));
    const [waiting] = (await read(card)).exceptions.filter(({ closedAt }) => closedAt === null);
    expect(waiting).toMatchObject({ kind: "stalled", owner: { name: "Aksaray il müdürlüğü" } });
    await tell(card, [{ code: "12", hours: 3 }]);
    expect(await openKinds(card)).toEqual([]);
  });
});

describe("lists of cards", () => {
  test("find by design, validity, whereabouts and open exception, page by page", async () => {
    const page = await ministry.call(listCards, { design: "old", validity: "valid", whereabouts: "delivered" });
    expect(page.cards.length).toBeGreaterThan(0);
    expect(page.cards.every((card) => card.design === "old" && card.validity === "valid" && card.whereabouts === "delivered")).toBe(true);
    const returned = await officer.call(listCards, { exception: "returned", sort: "oldest" });
    expect(returned.cards.every(({ exceptions }) => exceptions.includes("returned"))).toBe(true);
    const first = await ministry.call(listCards, { sort: "number" });
    const second = await ministry.call(listCards, { sort: "number", after: first.next ?? "" });
    expect((second.cards[0]?.number ?? "") > (first.cards.at(-1)?.number ?? "")).toBe(true);
  });

  test("find a card by the beginning of its number and of its serial number", async () => {
    const card = await aCard(officer, "delivered");
    const byNumber = await officer.call(searchAll, { q: card.number });
    expect(byNumber.cards[0]).toMatchObject({ id: card.id, matched: "number" });
    const bySerial = await officer.call(searchAll, { q: (card.serialNumber ?? "").slice(0, 9).toLowerCase() });
    expect(bySerial.cards.every(({ serialNumber }) => serialNumber?.startsWith((card.serialNumber ?? "").slice(0, 9)))).toBe(true);
  });

  test("of exceptions put the one due first on top and count each kind", async () => {
    const queue = await officer.call(listCardExceptions, {});
    const days = queue.exceptions.map(({ dueOn }) => dueOn);
    expect(days).toEqual(days.toSorted());
    const counted = queue.counts.find(({ kind }) => kind === "returned")?.total ?? 0;
    const returned = await officer.call(listCardExceptions, { kind: "returned" });
    expect(returned.exceptions.length).toBe(Math.min(counted, 50));
  });
});

test("every card is what its events say", async () => {
  expect(await withScope({ kind: "country" }, (db) => checkCards(db, 2_000))).toEqual([]);
});
