// One spelling of a value, so that the same content always has the same digest (N1). After RFC 8785: keys sorted by
// UTF-16 code units, no blanks, numbers as ECMAScript writes them; beyond it, text is NFC, because "ğ" has two spellings.

export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined };

/** Absent (`undefined`) members are left out; what JSON cannot carry exactly is refused. */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return canonicalText(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (isPlainObject(value)) return canonicalObject(value);
  throw new TypeError(`no canonical form for ${Object.prototype.toString.call(value)}`);
}

function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new TypeError("text with a lone surrogate has no canonical form");
  return JSON.stringify(text.normalize("NFC"));
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`);
  return JSON.stringify(value);
}

function canonicalObject(value: { readonly [key: string]: CanonicalValue | undefined }): string {
  const members = new Map<string, string>();
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const name = canonicalText(key);
    if (members.has(name)) throw new TypeError(`two members are spelled ${name}`);
    members.set(name, `${name}:${canonicalJson(member)}`);
  }
  const sorted = [...members].sort(([a], [b]) => compareKeys(JSON.parse(a), JSON.parse(b)));
  return `{${sorted.map(([, member]) => member).join(",")}}`;
}

function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isList(value: unknown): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}

// A Date or a Map would silently become "{}", and two different contents one digest.
function isPlainObject(value: object): value is { readonly [key: string]: CanonicalValue | undefined } {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
