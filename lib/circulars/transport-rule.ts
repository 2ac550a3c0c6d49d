// Where a message may go at all. Outside production the only transport is the sandbox on loopback and every
// address ends in `.test`; the rule is asked at start and again in the channel just before connecting, so that
// a production database restored into training cannot mail a real institution.

export type TransportMode = "demo" | "training" | "production";
export type TransportTarget = { host: string; to: string };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;
// One plain address: a list, a display name or a quoted local part could carry a second, real recipient.
const TEST_ADDRESS = /^[^\s@<>()[\],;:\\"]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+test$/i;

export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(host);
}

export function isTestAddress(address: string): boolean {
  return TEST_ADDRESS.test(address);
}

/** Says why a message may not leave to this target in this mode; null when it may. */
export function transportObstacle(mode: TransportMode, target: TransportTarget): string | null {
  if (mode === "production") return null;
  if (!isLoopbackHost(target.host)) return `mode ${mode} sends to loopback only, not to ${target.host}`;
  if (!isTestAddress(target.to)) return `mode ${mode} sends to addresses ending in .test only`;
  return null;
}
