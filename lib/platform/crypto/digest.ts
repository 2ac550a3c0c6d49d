import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export const sha256 = (content: Uint8Array | string): Buffer => createHash("sha256").update(content).digest();

export const hmacSha256 = (key: Uint8Array, content: string): Buffer => createHmac("sha256", key).update(content).digest();

export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean => left.length === right.length && timingSafeEqual(left, right);

/** Copies bytes into an own buffer, as the database driver wants them. */
export const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
