import { asSaved, asWritten, type EditedContent, edited } from "@/components/circulars/composer/draft-content.ts";
import type { CircularRecord, DraftContent } from "@/lib/circulars/contract.ts";
import { unprintableFields } from "@/lib/circulars/unprintable-fields.ts";
import type { Channel, InstitutionRow } from "@/lib/institutions/contract.ts";
import { mergedChange } from "@/lib/institutions/institution.ts";
import type { ProtocolPlace } from "@/lib/institutions/protocol-order.ts";
import { AppError, type InvalidParam } from "@/lib/platform/errors.ts";

export type SaveStatus =
  | { step: "saved"; at: Date | null }
  | { step: "waiting" }
  | { step: "saving" }
  /** The letter cannot print something: it is marked at its field and saved as soon as it is gone. */
  | { step: "held"; fields: InvalidParam[] }
  | { step: "failed"; message: string; requestId: string | null }
  /** Somebody else saved first; nothing is written over without a choice. */
  | { step: "stale"; theirs: CircularRecord }
  /** No longer a draft, or no longer ours. */
  | { step: "closed"; message: string };

/** What a list of recipients says of one. */
export type KnownInstitution = { name: string; channels: readonly Channel[] } & ProtocolPlace;

export type DraftState = {
  content: EditedContent;
  record: CircularRecord;
  status: SaveStatus;
  invalid: InvalidParam[];
  /** Institutions that are, were or are about to be recipients, by number: the directory is too long to be read whole. */
  known: ReadonlyMap<string, KnownInstitution>;
};

/** What the store needs from outside; the tests give their own. */
export type DraftGateway = {
  save: (input: { circularId: string; version: number; content: DraftContent }) => Promise<CircularRecord>;
  read: (circularId: string) => Promise<CircularRecord>;
  now: () => Date;
};

export type DraftStore = ReturnType<typeof createDraftStore>;

const PAUSE = 800;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;

/**
 * A draft that saves itself. One request at a time, in order, each with the version the one before answered; what is
 * typed meanwhile waits for the next. Nothing typed is dropped: a refusal keeps it here and says so.
 */
export function createDraftStore({ record, gateway }: { record: CircularRecord; gateway: DraftGateway }) {
  let state: DraftState = {
    content: edited(record.content),
    record,
    status: { step: "saved", at: null },
    invalid: [],
    known: knownOf(record),
  };
  let saved = fingerprint(asSaved(state.content));
  let queue: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryIn = FIRST_RETRY;
  const listeners = new Set<() => void>();

  function set(change: Partial<DraftState>): void {
    const known = change.record ? { known: knownOf(change.record, state.known) } : {};
    state = { ...state, ...change, ...known };
    for (const notify of listeners) notify();
  }

  function schedule(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), milliseconds);
  }

  function change(update: (content: EditedContent) => EditedContent): void {
    const content = update(state.content);
    set({ content, invalid: unprintableFields(asWritten(content)) });
    if (state.status.step === "stale" || state.status.step === "closed") return;
    set({ status: state.invalid.length > 0 ? { step: "held", fields: state.invalid } : { step: "waiting" } });
    schedule(PAUSE);
  }

  /** Saves what is not saved yet; true when the server has everything. */
  function flush(): Promise<boolean> {
    clearTimeout(timer);
    return inTurn(save);
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function save(): Promise<boolean> {
    const { step } = state.status;
    if (step === "stale" || step === "closed") return false;
    const content = asSaved(state.content);
    if (fingerprint(content) === saved) {
      if (step === "waiting" || step === "held") set({ status: { step: "saved", at: gateway.now() } });
      return true;
    }
    if (state.invalid.length > 0) return false;
    set({ status: { step: "saving" } });
    try {
      accept(await gateway.save({ circularId: record.id, version: state.record.version, content }), content);
      return fingerprint(asSaved(state.content)) === saved || save();
    } catch (error) {
      return refuse(error);
    }
  }

  function accept(next: CircularRecord, content: DraftContent): void {
    saved = fingerprint(content);
    retryIn = FIRST_RETRY;
    set({ record: next, status: { step: "saved", at: gateway.now() } });
  }

  async function refuse(error: unknown): Promise<boolean> {
    const code = error instanceof AppError ? error.code : "internal";
    const message = error instanceof Error ? error.message : "";
    if (code === "stale_version") return meetNewer();
    if (code === "state_forbids" || code === "forbidden" || code === "not_found") set({ status: { step: "closed", message } });
    else if (code === "bad_input") set({ status: { step: "held", fields: (error as AppError).details.invalidParams ?? [] } });
    else fail(message, error);
    return false;
  }

  function fail(message: string, error: unknown): void {
    const requestId = (error as { requestId?: string }).requestId ?? null;
    set({ status: { step: "failed", message, requestId: requestId === "-" ? null : requestId } });
    schedule(retryIn);
    retryIn = Math.min(retryIn * 2, LONGEST_RETRY);
  }

  /** A newer version with the same words (a file was attached elsewhere) is no conflict. */
  async function meetNewer(): Promise<boolean> {
    try {
      const theirs = await gateway.read(record.id);
      if (theirs.state !== "draft") return refuse(new AppError("state_forbids", { message: "Yazı artık taslak değil." }));
      const isSameText = fingerprint(theirs.content) === fingerprint(state.record.content);
      set(isSameText ? { record: theirs } : { status: { step: "stale", theirs } });
      return isSameText ? save() : false;
    } catch (error) {
      fail(error instanceof Error ? error.message : "", error);
      return false;
    }
  }

  function takeTheirs(): void {
    if (state.status.step !== "stale") return;
    const { theirs } = state.status;
    const content = edited(theirs.content);
    saved = fingerprint(asSaved(content));
    set({ content, record: theirs, invalid: [], status: { step: "saved", at: new Date(theirs.updatedAt) } });
  }

  /** Fields changed here stay, all others take the newer version. */
  function keepMine(): Promise<boolean> {
    if (state.status.step !== "stale") return Promise.resolve(false);
    const { theirs } = state.status;
    const { merged: both } = mergedChange(state.record.content, asSaved(state.content), theirs.content);
    // A last day belongs to GÜNLÜDÜR alone: the two fields may come from different hands.
    const merged = both.urgency === "timed" ? both : { ...both, dueOn: null };
    saved = fingerprint(theirs.content);
    set({ content: edited(merged), record: theirs, status: { step: "waiting" } });
    return flush();
  }

  /** Another change of the same record (a file, the submission): after what is typed, with the version that has. */
  function command(run: (version: number) => Promise<CircularRecord>): Promise<CircularRecord> {
    clearTimeout(timer);
    return inTurn(async () => {
      await save();
      const next = await run(state.record.version);
      set({ record: next });
      return next;
    });
  }

  return {
    getState: () => state,
    subscribe: (notify: () => void) => {
      listeners.add(notify);
      return () => void listeners.delete(notify);
    },
    /** Says who they are that are about to become recipients. */
    meet: (rows: readonly InstitutionRow[]) => set({ known: new Map([...state.known, ...rows.map((row) => [row.id, row] as const)]) }),
    hasUnsaved: () => fingerprint(asSaved(state.content)) !== saved,
    change,
    flush,
    command,
    takeTheirs,
    keepMine,
  };
}

function knownOf({ recipients }: CircularRecord, before?: DraftState["known"]): DraftState["known"] {
  return new Map([...(before ?? []), ...recipients.map((row) => [row.institutionId, row] as const)]);
}

const fingerprint = (content: DraftContent): string => JSON.stringify(content);
