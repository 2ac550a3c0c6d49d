/**
 * Writes DER (ITU-T X.690). Thousands of messages are signed in a row, so the few structures of a signature are put
 * together from bytes; whatever comes from outside is read with a kept parser instead.
 */

export const derNull = Buffer.from([0x05, 0x00]);

function element(tag: number, ...parts: Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(length)]), ...parts]);
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

export function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, ...parts);
}

/** SET OF: DER demands ascending order of the encodings (X.690, 11.6). */
export function setOf(...members: Buffer[]): Buffer {
  return element(0x31, ...members.toSorted(Buffer.compare));
}

export function octetString(value: Buffer): Buffer {
  return element(0x04, value);
}

/** [n] with the inner tag kept (EXPLICIT). */
export function explicit(number: number, value: Buffer): Buffer {
  return element(0xa0 | number, value);
}

/** [n] in place of the tag of a constructed value (IMPLICIT). */
export function implicit(number: number, constructed: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xa0 | number]), constructed.subarray(1)]);
}

export function smallInteger(value: number): Buffer {
  return Buffer.from([0x02, 0x01, value]);
}

export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const octets = [first * 40 + second, ...rest].flatMap(base128);
  return element(0x06, Buffer.from(octets));
}

function base128(arc: number): number[] {
  const octets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) octets.unshift(0x80 | (rest % 128));
  return octets;
}

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5652, 11.3). */
export function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/\.\d+/, "").replace(/[-:T]/g, "");
  const isUtcTime = at.getUTCFullYear() >= 1950 && at.getUTCFullYear() < 2050;
  return isUtcTime ? element(0x17, Buffer.from(digits.slice(2))) : element(0x18, Buffer.from(digits));
}
