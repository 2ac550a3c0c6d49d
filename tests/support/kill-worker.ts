// A worker that may be killed at any moment. It loads first and waits for its word, so that the next one stands ready
// when this one dies.
import { flushCompileCache } from "node:module";
import { z } from "zod";
import { startWorker } from "../../lib/worker/worker.ts";
import { pacedClock } from "./paced-clock.ts";

const Word = z.object({ at: z.number(), startedAt: z.number(), pace: z.number() });

process.once("message", async (message) => {
  const { at, startedAt, pace } = Word.parse(message);
  await startWorker(pacedClock(at, startedAt, pace));
  process.send?.("working");
});
process.once("disconnect", () => process.exit(0));
// Written at a process's end otherwise, which none of these lives to see.
flushCompileCache();
process.send?.("loaded");
