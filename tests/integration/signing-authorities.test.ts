// A director says who signs in his stead; the letter's signature block and who may sign follow it (m.17, A35).
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  endSigningAuthority,
  type GivenKind,
  giveSigningAuthority,
  listSigningAuthorities,
} from "../../lib/access/authorities-contract.ts";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { amendCircular, draftCircular, readCircular } from "../../lib/circulars/contract.ts";
import { initialCircular, prepareCircular, signCircular, submitCircular } from "../../lib/circulars/signing-contract.ts";
import { localDateOf } from "../../lib/platform/locale/tr.ts";
import { demoPassword } from "../../prisma/demo-accounts.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { aDraft, type People, thePeople } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";

const day = (days: number) => localDateOf(new Date(Date.now() + days * 86_400_000));
const stepUp = { password: demoPassword };
let people: People;
let officer: Bff;
let chief: Bff;
let director: Bff;

beforeAll(async () => {
  people = await thePeople();
  officer = await bffOf("memur@aksaray.test");
  chief = await bffOf("sef@aksaray.test");
  director = await bffOf("mudur@aksaray.test");
});

beforeEach(async () => {
  await ownerSql("DELETE FROM signing_authority WHERE given_at IS NOT NULL");
  await ownerSql("UPDATE user_account SET totp_at = now() WHERE id = $1", [people.chief.id]);
});

const wanted = (kind: GivenKind, given: object = {}) => ({
  userId: people.chief.id ?? "",
  kind,
  validFrom: day(0),
  validTo: day(5),
  ground: "30.11.2026 tarihli Valilik Oluru",
  stepUp,
  ...given,
});
const give = (kind: GivenKind, given: object = {}) => director.call(giveSigningAuthority, wanted(kind, given));
const handle = ({ id, version }: CircularRecord) => ({ circularId: id, version });

/** A letter whose signatory is the chief, initialled by nobody but a director who is not there to sign. */
async function letterForTheChief(): Promise<CircularRecord> {
  const draft = await aDraft(people, { at: new Date() });
  const reviewerIds = [people.director.id ?? ""];
  const content = { ...draft.content, signatoryId: people.chief.id, reviewerIds };
  return officer.call(amendCircular, { circularId: draft.id, version: draft.version, content });
}

async function signedBy(signatory: Bff, draft: CircularRecord): Promise<CircularRecord> {
  const submitted = await officer.call(submitCircular, handle(draft));
  const initialled = await director.call(initialCircular, { ...handle(submitted), contentDigest: submitted.contentDigest ?? "" });
  const prepared = await signatory.call(prepareCircular, handle(initialled));
  return signatory.call(signCircular, { ...handle(prepared), documentDigest: prepared.document?.documentDigest ?? "" });
}

describe("a given authority", () => {
  test.each([
    ["proxy", ["İl Müdürü V."]],
    ["delegation", ["İl Müdürü a.", "Şef"]],
  ] as const)("by %s lets its holder sign, with the block of m.17", async (kind, lines) => {
    const given = await give(kind);
    expect(given).toMatchObject({
      kind,
      state: "in_force",
      onBehalfOf: "İl Müdürü",
      givenByName: people.director.name,
      allowedActions: ["end"],
    });
    const signed = await signedBy(chief, await letterForTheChief());
    expect(signed).toMatchObject({ state: "signed", signatory: { id: people.chief.id, lines } });
    const [event] = await ownerSql<{ payload: object }>("SELECT payload FROM audit_event WHERE subject_id = $1", [given.id]);
    expect(event?.payload).toMatchObject({ userId: people.chief.id, kind, validFrom: day(0), validTo: day(5) });
  });

  test("counts from its first day, until it is taken back, and only with a second factor", async () => {
    const draft = await letterForTheChief();
    await expect(officer.call(submitCircular, handle(draft))).rejects.toMatchObject({ code: "not_ready" });
    await give("proxy", { validFrom: day(1) });
    await expect(officer.call(submitCircular, handle(draft))).rejects.toMatchObject({ code: "not_ready" });
    const given = await give("delegation");
    const submitted = await officer.call(submitCircular, handle(draft));
    const initialled = await director.call(initialCircular, { ...handle(submitted), contentDigest: submitted.contentDigest ?? "" });
    await ownerSql("UPDATE user_account SET totp_at = NULL WHERE id = $1", [people.chief.id]);
    await expect(chief.call(prepareCircular, handle(initialled))).rejects.toMatchObject({ code: "forbidden" });
    await ownerSql("UPDATE user_account SET totp_at = now() WHERE id = $1", [people.chief.id]);
    expect(await director.call(endSigningAuthority, { authorityId: given.id })).toMatchObject({ state: "ended", allowedActions: [] });
    await expect(chief.call(prepareCircular, handle(initialled))).rejects.toMatchObject({ code: "forbidden" });
    await expect(director.call(endSigningAuthority, { authorityId: given.id })).rejects.toMatchObject({ code: "state_forbids" });
  });
});

describe("a new draft", () => {
  const draftOf = async (drafter: Bff) => {
    const { content, signatory } = await drafter.call(draftCircular, {});
    return { signatoryId: content.signatoryId, reviewerIds: content.reviewerIds, lines: signatory?.lines };
  };
  const usual = () => ({ signatoryId: people.director.id, reviewerIds: [people.chief.id], lines: ["İl Müdürü"] });

  test("proposes the proxy while the proxy is in force, with the right block, and asks no initials of whoever is away", async () => {
    expect(await draftOf(officer)).toEqual(usual());
    await give("proxy", { validFrom: day(1) });
    expect(await draftOf(officer)).toEqual(usual());
    await ownerSql("DELETE FROM signing_authority WHERE given_at IS NOT NULL");
    const given = await give("proxy");
    expect(await draftOf(officer)).toEqual({ signatoryId: people.chief.id, reviewerIds: [], lines: ["İl Müdürü V."] });
    // Who stands in has written it: it goes to whoever may still sign.
    expect((await draftOf(chief)).signatoryId).toBe(people.director.id);
    await director.call(endSigningAuthority, { authorityId: given.id });
    expect(await draftOf(officer)).toEqual(usual());
  });

  test("from before the proxy says that somebody stands in, and stops nothing", async () => {
    const draft = await aDraft(people, { at: new Date() });
    const ofReviewers = ({ checks }: CircularRecord) => checks.find(({ section }) => section === "reviewers");
    expect(ofReviewers(draft)?.status).toBe("done");
    await give("proxy");
    expect(ofReviewers(await officer.call(readCircular, { circularId: draft.id }))).toEqual({
      ...{ section: "reviewers", status: "warning" },
      sentence: `Bugün ${people.chief.name} vekâlet ediyor; imzaya ${people.director.name} seçili`,
    });
  });
});

describe("giving", () => {
  const refusedAt = (path: string) => ({ code: "bad_input", problem: { invalidParams: [{ path }] } });

  test("is refused at the field that is wrong", async () => {
    await expect(give("proxy", { validFrom: day(-1) })).rejects.toMatchObject(refusedAt("validFrom"));
    await expect(give("proxy", { validTo: day(-1) })).rejects.toMatchObject(refusedAt("validTo"));
    await expect(give("proxy", { validTo: day(400) })).rejects.toMatchObject(refusedAt("validTo"));
    await expect(give("proxy", { userId: people.officer.id })).rejects.toMatchObject(refusedAt("userId"));
    await expect(give("proxy", { userId: people.director.id })).rejects.toMatchObject(refusedAt("userId"));
    await expect(give("proxy", { stepUp: { password: "yanlis-parola" } })).rejects.toMatchObject({ code: "code_refused" });
    await ownerSql("UPDATE user_account SET totp_at = NULL WHERE id = $1", [people.chief.id]);
    await expect(give("proxy")).rejects.toMatchObject(refusedAt("userId"));
  });

  test("two of one kind do not overlap; one that was taken back is out of the way", async () => {
    const first = await give("proxy");
    await expect(give("proxy", { validFrom: day(5), validTo: day(9) })).rejects.toMatchObject(refusedAt("validFrom"));
    await director.call(endSigningAuthority, { authorityId: first.id });
    expect(await give("proxy")).toMatchObject({ state: "in_force" });
  });

  test("belongs to whoever signs in own right today, and the list says what is offered", async () => {
    await expect(chief.call(giveSigningAuthority, wanted("proxy"))).rejects.toMatchObject({ code: "forbidden" });
    const seen = await director.call(listSigningAuthorities, {});
    expect(seen).toMatchObject({ office: "İl Müdürü", candidates: [{ id: people.chief.id, hasSecondFactor: true }] });
    expect(await officer.call(listSigningAuthorities, {})).toMatchObject({ office: null, candidates: [] });
    const [own] = seen.authorities.filter(({ kind }) => kind === "own");
    await expect(director.call(endSigningAuthority, { authorityId: own?.id ?? "" })).rejects.toMatchObject({ code: "state_forbids" });
  });
});
