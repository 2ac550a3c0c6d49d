import { systemClock } from "../platform/clock.ts";
import { prisma } from "../platform/db/client.ts";
import { log } from "../platform/log.ts";
import { startWorker } from "./worker.ts";

const worker = await startWorker(systemClock);
log().info("worker ready");
process.send?.("ready");

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await worker.stop();
  await prisma().$disconnect();
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
// The supervisor died: nobody else would end this process.
process.on("disconnect", stop);
