import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDraftStore, type DraftGateway } from "../../components/circulars/composer/draft-store.ts";
import type { CircularRecord, DraftContent } from "../../lib/circulars/contract.ts";
import { AppError } from "../../lib/platform/errors.ts";

const content: DraftContent = {
  subject: "Konu",
  references: [],
  body: [{ kind: "paragraph", text: "Metin." }],
  closing: "Gereğini rica ederim.",
  urgency: "normal",
  dueOn: null,
  layout: "auto",
  contact: { name: "Elif Yıldız", title: "Memur", phone: "" },
  distributionListId: null,
  recipients: [],
  reviewerIds: [],
  signatoryId: null,
};

const person = { id: "01a20750-197c-7243-86b7-2c5fbda1b37b", name: "Elif Yıldız", title: "Memur" };

function aRecord(parts: Partial<CircularRecord> = {}): CircularRecord {
  const at = "2026-03-17T07:00:00.000Z";
  return {
    id: person.id,
    version: 1,
    state: "draft",
    content,
    unit: { id: person.id, name: "İl Müdürlüğü", heading: [] },
    incomingLetter: null,
    replaces: null,
    replacedBy: null,
    distributionList: null,
    template: null,
    attachments: [],
    recipients: [],
    reviews: [],
    signatory: null,
    draftedBy: person,
    contentDigest: null,
    document: null,
    checks: [],
    proposedClosing: null,
    size: { bytes: 0, limit: 1 },
    dispatchedAt: null,
    createdAt: at,
    updatedAt: at,
    allowedActions: ["amend"],
    ...parts,
  };
}

/** A server of one record: refuses a stale version, as the real one does. */
function aServer(first = aRecord()) {
  const server = { record: first, saves: [] as DraftContent[], running: 0, mostAtOnce: 0, failures: [] as Error[] };
  const gateway: DraftGateway = {
    now: () => new Date("2026-03-17T07:12:00.000Z"),
    read: async () => server.record,
    save: async ({ version, content: next }) => {
      server.running += 1;
      server.mostAtOnce = Math.max(server.mostAtOnce, server.running);
      await new Promise((resolve) => setTimeout(resolve, 100));
      server.running -= 1;
      const failure = server.failures.shift();
      if (failure) throw failure;
      if (version !== server.record.version) throw new AppError("stale_version", { currentVersion: server.record.version });
      server.saves.push(next);
      server.record = { ...server.record, version: version + 1, content: next };
      return server.record;
    },
  };
  return { server, store: createDraftStore({ record: first, gateway }) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("what is typed is saved 0.8 s after the last key, once", async () => {
  const { server, store } = aServer();
  for (const subject of ["K", "Ka", "Kar"]) store.change((each) => ({ ...each, subject }));
  expect(store.getState().status.step).toBe("waiting");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.saves.map(({ subject }) => subject)).toEqual(["Kar"]);
  expect(store.getState().status).toEqual({ step: "saved", at: new Date("2026-03-17T07:12:00.000Z") });
});

test("what is typed while a save is on its way follows it, never beside it", async () => {
  const { server, store } = aServer();
  store.change((each) => ({ ...each, subject: "bir" }));
  await vi.advanceTimersByTimeAsync(850);
  store.change((each) => ({ ...each, subject: "iki" }));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(server.saves.map(({ subject }) => subject)).toEqual(["bir", "iki"]);
  expect(server.mostAtOnce).toBe(1);
  expect(store.hasUnsaved()).toBe(false);
});

test("an unreachable server loses nothing: it is tried again until it answers", async () => {
  const { server, store } = aServer();
  server.failures.push(new AppError("unavailable"), new AppError("unavailable"));
  store.change((each) => ({ ...each, subject: "yeni" }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState().status.step).toBe("failed");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.saves.map(({ subject }) => subject)).toEqual(["yeni"]);
  expect(store.getState().status.step).toBe("saved");
});

test("a character the letter cannot print holds the save until it is gone", async () => {
  const { server, store } = aServer();
  store.change((each) => ({ ...each, subject: "Konu 😀" }));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(server.saves).toEqual([]);
  expect(store.getState().status.step).toBe("held");
  store.change((each) => ({ ...each, subject: "Konu 2" }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.saves.map(({ subject }) => subject)).toEqual(["Konu 2"]);
});

test("when somebody saved other words first, nothing is written over without a choice", async () => {
  const { server, store } = aServer();
  server.record = { ...server.record, version: 2, content: { ...content, subject: "onların konusu" } };
  store.change((each) => ({ ...each, closing: "Bilgilerinizi rica ederim." }));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(store.getState().status.step).toBe("stale");
  expect(server.saves).toEqual([]);
  const kept = store.keepMine();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await kept).toBe(true);
  expect(server.record.content).toMatchObject({ subject: "onların konusu", closing: "Bilgilerinizi rica ederim." });
});

test("a file attached elsewhere is no conflict with the text", async () => {
  const { server, store } = aServer();
  server.record = { ...server.record, version: 5 };
  store.change((each) => ({ ...each, subject: "yeni" }));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(server.saves.map(({ subject }) => subject)).toEqual(["yeni"]);
  expect(store.getState().status.step).toBe("saved");
});

test("a draft submitted elsewhere keeps what is typed here and says so", async () => {
  const { server, store } = aServer();
  server.record = { ...server.record, version: 2, state: "in_initials" };
  store.change((each) => ({ ...each, subject: "geç kalan" }));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(store.getState().status.step).toBe("closed");
  expect(store.getState().content.subject).toBe("geç kalan");
});

test("an attachment goes after what is typed, with the version that has", async () => {
  const { server, store } = aServer();
  store.change((each) => ({ ...each, subject: "önce bu" }));
  const versions: number[] = [];
  const done = store.command(async (version) => {
    versions.push(version);
    server.record = { ...server.record, version: version + 1 };
    return server.record;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  await done;
  expect(versions).toEqual([2]);
  expect(server.saves.map(({ subject }) => subject)).toEqual(["önce bu"]);
});

test("rows in which nothing is written are not saved", async () => {
  const { server, store } = aServer();
  store.change((each) => ({
    ...each,
    body: [...each.body, { key: "x", kind: "paragraph", text: "  " }],
    references: [{ key: "y", text: "" }],
  }));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(server.saves).toEqual([]);
  expect(store.getState().status.step).toBe("saved");
});
