// Who a permit is for, across permits and provinces, without telling who it is (P4).

/** Keyed digests, as the field cipher makes them. */
export type Indexer = { blindIndex(field: string, normalized: string): Uint8Array<ArrayBuffer> };

export type PersonIdentity = { foreignerId: string | null; nationality: string; passport: string | null };

/** Passport numbers are compared without blanks, dashes and case. */
export const normalizedPassport = (passport: string): string => passport.replace(/[\s-]+/g, "").toUpperCase();

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** First half of the keyed digest of the foreigner id, else of nationality and passport, as a uuid. */
export function personKeyOf(cipher: Indexer, { foreignerId, nationality, passport }: PersonIdentity): string {
  if (!foreignerId && !passport) throw new Error("a person without any number cannot be told from others");
  const who = foreignerId ? `id ${foreignerId}` : `passport ${nationality} ${normalizedPassport(passport ?? "")}`;
  const digest = cipher.blindIndex("person", who);
  let text = "";
  for (let at = 0; at < 16; at += 1) text += (at === 4 || at === 6 || at === 8 || at === 10 ? "-" : "") + hexOf[digest[at] ?? 0];
  return text;
}

export const foreignerIdIndex = (cipher: Indexer, foreignerId: string): Uint8Array<ArrayBuffer> =>
  cipher.blindIndex("foreigner_id", foreignerId);

export const passportIndex = (cipher: Indexer, passport: string): Uint8Array<ArrayBuffer> =>
  cipher.blindIndex("passport", normalizedPassport(passport));
