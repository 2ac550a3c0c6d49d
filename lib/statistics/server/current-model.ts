// The one copy of a web process: loaded in the background once the process is ready, brought up to date every second, loaded
// anew when it can no longer be. While there is none, PostgreSQL answers.
import { log } from "../../platform/log.ts";
import { ReadModel } from "./read-model.ts";

type Keeper = { model: ReadModel | null; isStarted: boolean; failures: number };
const kept = globalThis as typeof globalThis & { statisticsKeeper?: Keeper };

/** Route bundles share nothing but the process. */
function keeper(): Keeper {
  kept.statisticsKeeper ??= { model: null, isStarted: false, failures: 0 };
  return kept.statisticsKeeper;
}

const pause = 1_000;
const longestPause = 60_000;

/** Begins to keep a copy, once a process; nobody waits for it. */
export function startReadModel(): void {
  const state = keeper();
  if (state.isStarted) return;
  state.isStarted = true;
  void keep(state);
}

export const currentModel = (): ReadModel | null => keeper().model;

/** The copy, brought up to date first where the client has seen something newer; null where it does not get there. */
export async function freshModel(seen: string | undefined): Promise<ReadModel | null> {
  const model = currentModel();
  const isBehind = () => seen !== undefined && model !== null && Date.parse(model.at) < Date.parse(seen);
  if (isBehind()) await model?.update();
  return isBehind() ? null : model;
}

/** For tests: a copy of their own in place of the one that is kept. */
export function keepModel(model: ReadModel | null): void {
  keeper().model = model;
}

async function keep(state: Keeper): Promise<void> {
  // Another copy is kept by now: a test has begun the process anew.
  if (kept.statisticsKeeper !== state) return await state.model?.close();
  const wait = await keepOnce(state).catch((error: unknown) => {
    state.failures += 1;
    log().warn({ error: error instanceof Error ? error.message : String(error) }, "the statistics' read model is not up to date");
    return Math.min(pause * 2 ** state.failures, longestPause);
  });
  setTimeout(() => void keep(state), wait).unref();
}

async function keepOnce(state: Keeper): Promise<number> {
  if (!state.model) await load(state);
  else if (!(await state.model.update())) await drop(state);
  state.failures = 0;
  return state.model ? pause : 0;
}

async function load(state: Keeper): Promise<void> {
  const startedAt = performance.now();
  state.model = await ReadModel.load();
  log().info({ ms: Math.round(performance.now() - startedAt), at: state.model.at }, "the statistics' read model is loaded");
}

async function drop(state: Keeper): Promise<void> {
  const { model } = state;
  state.model = null;
  log().info("the statistics' read model is loaded anew");
  await model?.close();
}
