// What a bench takes from the instance it runs beside.
import { loadavg } from "node:os";

/** A variable that `scripts/with-node.mjs` hands over. */
export function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run this by npm, beside a running instance`);
  return value;
}

/** Beside other work the times mean little without it. */
export const load = (): string =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(" ");
