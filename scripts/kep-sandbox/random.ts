import { createHash } from "node:crypto";

/** A number in [0, 1) that depends on its parts alone, so that a restart or another order of arrival changes nothing. */
export function chance(...parts: (string | number)[]): number {
  return createHash("sha256").update(parts.join("\n")).digest().readUInt32BE(0) / 2 ** 32;
}

/** A UUID that depends on its parts alone: the same evidence keeps its identifier however often it is sent. */
export function stableUuid(...parts: (string | number)[]): string {
  const bytes = createHash("sha256").update(parts.join("\n")).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function between(span: [number, number], share: number): number {
  return Math.round(span[0] + Math.max(0, span[1] - span[0]) * share);
}
