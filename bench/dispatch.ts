/**
 * S8 of the quality figures: one circular to 10,000 institutions, each with a delivery row of its own, signed message by
 * message and handed to a local SMTP server by the worker as it runs in production; against a bare mailer pool in a loop
 * that signs with the same function for the same server, half of it before and half after. `-- --recipients 2000 --workers 2`
 */
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { aSignedCircular, type Bench, dispatch, openBench } from "./dispatch-setup.ts";
import { plainLoop } from "./plain-loop.ts";
import { cpuSecondsOf, ended, startSink, startWorkerProcess } from "./processes.ts";

const { values } = parseArgs({ options: { recipients: { type: "string", default: "10000" }, workers: { type: "string", default: "1" } } });
const recipientCount = Number(values.recipients);
const workerCount = Number(values.workers);

async function submittedCount(bench: Bench, circularId: string): Promise<number> {
  const [row] = await bench.sql<{ count: number }>(
    "SELECT count(*)::int AS count FROM delivery WHERE circular_id = $1 AND state NOT IN ('planned', 'claimed', 'retrying')",
    [circularId],
  );
  return row?.count ?? 0;
}

/** From the officer's button to the last row written. */
async function product(bench: Bench, circularId: string, press: () => Promise<void>) {
  const workers = await Promise.all(Array.from({ length: workerCount }, () => startWorkerProcess(process.env)));
  const cpu = () => workers.reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0);
  const cpuBefore = cpu();
  const startedAt = performance.now();
  await press();
  const pressed = (performance.now() - startedAt) / 1_000;
  while ((await submittedCount(bench, circularId)) < recipientCount) await sleep(200);
  const seconds = (performance.now() - startedAt) / 1_000;
  const used = cpu() - cpuBefore;
  await Promise.all(workers.map((worker) => ended(worker, "SIGTERM")));
  return { seconds, pressed, cpu: used };
}

const rate = (count: number, seconds: number): string => `${(count / seconds).toFixed(0)} messages/s`;
const perMessage = (cpu: number, count: number): string => `${((cpu / count) * 1_000).toFixed(2)} ms of processor time each`;

const sink = await startSink();
const bench = await openBench(sink.port);
const circular = await aSignedCircular(bench, recipientCount);
const half = Math.ceil(recipientCount / 2);
await plainLoop(bench, circular.id, sink.port, 200);

await sink.reset();
const before = await plainLoop(bench, circular.id, sink.port, half);
const { bytes } = await sink.reset();
const own = await product(bench, circular.id, () => dispatch(bench, circular, recipientCount));
const { messages, distinct } = await sink.reset();
const after = await plainLoop(bench, circular.id, sink.port, half);

const baseline = { seconds: before.seconds + after.seconds, cpu: before.cpu + after.cpu };
const lost = recipientCount - distinct;
const states = await bench.sql<{ state: string; count: number }>("SELECT state, count(*)::int AS count FROM delivery GROUP BY state");
console.log(`S8 dispatch: ${recipientCount} recipients, ${Math.round(bytes / half / 1_000)} kB a message, ${workerCount} worker(s)`);
console.log(`S8 baseline, a mailer pool in a loop: ${rate(2 * half, baseline.seconds)}, ${perMessage(baseline.cpu, 2 * half)}`);
console.log(
  `S8 product: ${rate(recipientCount, own.seconds)} (${own.seconds.toFixed(1)} s, of which the button ${own.pressed.toFixed(1)} s), ${perMessage(own.cpu, recipientCount)}; goal: ≥ 300`,
);
console.log(
  `S8 ratio: ${(((recipientCount / own.seconds) * baseline.seconds * 100) / (2 * half)).toFixed(0)} % of the baseline; goal: ≥ 25 %`,
);
console.log(
  `S8 lost ${lost}, handed over twice ${messages - distinct}, rows ${states.map(({ state, count }) => `${state} ${count}`).join(", ")}; goal: 0, 0`,
);

await sink.stop();
const { prisma } = await import("../lib/platform/db/client.ts");
await prisma().$disconnect();
await bench.close();
process.exit(lost === 0 && messages === distinct ? 0 : 1);
