import { randomBytes } from "node:crypto";

/** Ids as `uuidv7()` of the database makes them, one after another: rows of one run are added at the end of every index. */
export function idsOf(now: Date): () => string {
  const time = now.getTime().toString(16).padStart(12, "0");
  const run = randomBytes(6).toString("hex");
  let serial = 0;
  return () => {
    serial += 1;
    const counter = serial.toString(16).padStart(6, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.slice(0, 3)}-8${counter.slice(3)}-${run}`;
  };
}
