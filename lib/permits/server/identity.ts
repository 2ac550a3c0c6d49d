import { env } from "../../platform/config/env.ts";
import { type FieldCipher, openFieldCipher } from "../../platform/crypto/field-cipher.ts";
import type { Db } from "../../platform/db/transaction.ts";
import type { MaskedField } from "../contract.ts";
import { maskBirth, maskForeignerId, maskPassport } from "../identity-numbers.ts";
import type { IdentityChange } from "../permit-history.ts";
import { foreignerIdIndex, normalizedPassport, passportIndex } from "../person-key.ts";
import type { SealedIdentity } from "./repository.ts";

/** What is sealed at rest, in the clear while a command works on it. */
export type PlainIdentity = { foreignerId: string | null; passport: string | null; birthOn: string | null; address: string | null };

export const identityCipher = (db: Db): Promise<FieldCipher> => openFieldCipher(db, env.DATA_KEY);

export function sealIdentity(cipher: FieldCipher, plain: PlainIdentity): SealedIdentity {
  const { foreignerId, passport, birthOn, address } = plain;
  return {
    birthOn,
    foreignerId: foreignerId === null ? null : cipher.seal("foreigner_id", foreignerId),
    foreignerIdIndex: foreignerId === null ? null : foreignerIdIndex(cipher, foreignerId),
    passport: passport === null ? null : cipher.seal("passport", normalizedPassport(passport)),
    passportIndex: passport === null ? null : passportIndex(cipher, passport),
    address: address === null ? null : cipher.seal("address", address),
    keyId: cipher.keyId,
  };
}

export function openIdentity(cipher: FieldCipher, sealed: SealedIdentity | null): PlainIdentity {
  if (!sealed) return { foreignerId: null, passport: null, birthOn: null, address: null };
  const open = (field: string, bytes: Uint8Array | null) => bytes && cipher.open(field, bytes, sealed.keyId);
  return {
    foreignerId: open("foreigner_id", sealed.foreignerId),
    passport: open("passport", sealed.passport),
    birthOn: sealed.birthOn,
    address: open("address", sealed.address),
  };
}

const base64 = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString("base64");

/** The sealed values as an event keeps them: all, or those of the fields named. */
export function identityChange(
  sealed: SealedIdentity,
  fields: readonly (keyof PlainIdentity)[] = ["birthOn", "foreignerId", "passport", "address"],
): IdentityChange {
  const { birthOn, keyId } = sealed;
  return {
    ...(fields.includes("birthOn") && { birthOn }),
    ...(fields.includes("foreignerId") && { foreignerId: base64(sealed.foreignerId), foreignerIdIndex: base64(sealed.foreignerIdIndex) }),
    ...(fields.includes("passport") && { passport: base64(sealed.passport), passportIndex: base64(sealed.passportIndex) }),
    ...(fields.includes("address") && { address: base64(sealed.address) }),
    keyId,
  };
}

/** What every reader of the record sees of it. */
export function maskIdentity({ foreignerId, passport, birthOn, address }: PlainIdentity): Record<MaskedField, string | null> {
  return {
    foreigner_id: foreignerId && maskForeignerId(foreignerId),
    passport: passport && maskPassport(passport),
    birth_on: birthOn && maskBirth(birthOn),
    address: address && "••••••••",
  };
}

export const plainField = ({ foreignerId, passport, birthOn, address }: PlainIdentity, field: MaskedField): string | null =>
  ({ foreigner_id: foreignerId, passport, birth_on: birthOn, address })[field];
