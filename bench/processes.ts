// Child processes of a bench: the other parties, and the application's own worker.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

const execArgv = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];

export type SinkCounts = { messages: number; bytes: number; distinct: number };

export async function startSink() {
  const child = fork(new URL("./smtp-sink.ts", import.meta.url), { execArgv });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  const told = async (word: "counts" | "reset"): Promise<SinkCounts> => {
    const answer = once(child, "message");
    child.send(word);
    const [counts] = (await answer) as [SinkCounts];
    return counts;
  };
  return { port, counts: () => told("counts"), reset: () => told("reset"), stop: () => ended(child, "SIGKILL") };
}

/** The worker as `npm start` runs it; ready when it takes jobs. */
export async function startWorkerProcess(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = fork(new URL("../lib/worker/main.ts", import.meta.url), { execArgv: [...execArgv, "--max-old-space-size=384"], env });
  await once(child, "message");
  return child;
}

export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
}

/** Processor time a process has used, in seconds; Linux only, else NaN. */
export function cpuSecondsOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}
