// Blocks of permits as rows for COPY: what a list reads, what is sealed, the words, the applications and the history.

import { tokensOf } from "../../lib/permits/name-tokens.ts";
import { foreignerIdIndex, passportIndex, personKeyOf } from "../../lib/permits/person-key.ts";
import type { FieldCipher } from "../../lib/platform/crypto/field-cipher.ts";
import { provinceName } from "../../lib/platform/locale/provinces.ts";
import { demoUuid } from "./demo-ids.ts";
import { dateText, dice } from "./dice.ts";
import type { SeedPermit, SeedPerson } from "./permit-block.ts";

export const copyColumns = {
  permit_application:
    "id, province_id, number, submitted_on, decided_on, outcome, type, kind, nationality, sex, birth_year, sector, occupation, education, size_band",
  permit:
    "id, province_id, number, kind, status, given_names, surname, sex, nationality, birth_year, person_key, employer_id, employer_tax_number, sector, size_band, occupation, valid_from, valid_to, ended_on, predecessor_id, application_id, registered_at, updated_at, is_demo, version",
  permit_identity: "permit_id, province_id, birth_on, foreigner_id, foreigner_id_index, passport, passport_index, address, key_id",
  permit_event: "id, permit_id, province_id, version, kind, at, on_date, actor_name, reason, change",
  holder_token: "token_id, province_id, permit_id",
} as const;
export type CopyTable = keyof typeof copyColumns;
export type CopyRows = Record<CopyTable, string[]>;

const reserved = /[\\\t\n\r]/;
type Value = string | number | boolean | null | Uint8Array;

function line(values: readonly Value[]): string {
  let text = "";
  for (const value of values) text += text === "" ? fieldOf(value) : `\t${fieldOf(value)}`;
  return `${text}\n`;
}

function fieldOf(value: Value): string {
  if (value === null) return "\\N";
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString("hex")}`;
  return typeof value === "string" && reserved.test(value) ? value.replace(/[\\\t\n\r]/g, (sign) => `\\${sign}`) : String(value);
}

const base64 = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString("base64");
const localDate = (moment: Date): string => dateText(moment.getTime() + 3 * 3_600_000);
const bytewise = (value: number): string => String(value).padStart(8, "0");

export const emptyRows = (): CopyRows => ({ permit_application: [], permit: [], permit_identity: [], permit_event: [], holder_token: [] });

type Target = { rows: CopyRows; cipher: FieldCipher; tokens: ReadonlyMap<string, number> };

/** Adds one permit to the rows of every table it stands in. */
export function addPermit(target: Target, permit: SeedPermit): void {
  const { person } = permit;
  const applicationId = addApplications(target.rows, permit);
  const { personKey, identity, tokenIds } = sealedPerson(target, person);
  addColumns(target.rows, permit, applicationId, personKey);
  target.rows.permit_identity.push(line([permit.id, person.provinceId, person.birthOn, ...identity.values, target.cipher.keyId]));
  for (const token of tokenIds) target.rows.holder_token.push(line([token, person.provinceId, permit.id]));
  addEvents(target.rows, permit, { ...firstChange(permit, applicationId, personKey), identity: identity.change });
}

type Sealed = { personKey: string; identity: ReturnType<typeof sealIdentity>; tokenIds: (number | null)[] };
const sealed = new WeakMap<SeedPerson, Sealed>();

/** Once a person, however many permits follow each other. */
function sealedPerson({ cipher, tokens }: Target, person: SeedPerson): Sealed {
  const known = sealed.get(person);
  if (known) return known;
  const tokenIds = tokensOf(`${person.givenNames} ${person.surname}`).map((token) => tokens.get(token) ?? null);
  const made = { personKey: personKeyOf(cipher, person), identity: sealIdentity(cipher, person), tokenIds };
  sealed.set(person, made);
  return made;
}

function sealIdentity(cipher: FieldCipher, person: SeedPerson) {
  const address = `${provinceName(person.provinceId)} Merkez, Örnek Mah. ${(person.index % 900) + 1}. Sok. No: ${(person.index % 97) + 1}`;
  const foreignerId = person.foreignerId && cipher.seal("foreigner_id", person.foreignerId);
  const idIndex = person.foreignerId && foreignerIdIndex(cipher, person.foreignerId);
  const values = [
    foreignerId || null,
    idIndex || null,
    cipher.seal("passport", person.passport),
    passportIndex(cipher, person.passport),
    cipher.seal("address", address),
  ] as const;
  const [id, ix, passport, passportIx, sealedAddress] = values.map(base64);
  const change = {
    birthOn: person.birthOn,
    foreignerId: id,
    foreignerIdIndex: ix,
    passport,
    passportIndex: passportIx,
    address: sealedAddress,
  };
  return { values, change: { ...change, keyId: cipher.keyId } };
}

function addApplications(rows: CopyRows, permit: SeedPermit): string {
  const { person, employer } = permit;
  const roll = dice(17, permit.index);
  const submitted = new Date(permit.registeredAt.getTime() - (10 + Math.floor(roll() * 30)) * 86_400_000);
  const add = (at: Date, decidedAt: Date, outcome: string, which: number): string => {
    const id = demoUuid(at.getTime(), 4 + which, permit.index);
    const number = `B${at.getUTCFullYear()}${bytewise(permit.index * 2 + which)}`;
    const holder = [person.nationality, person.sex, Number(person.birthOn.slice(0, 4))];
    const work = [employer?.sector ?? null, permit.occupation, person.education, employer?.sizeBand ?? null];
    const type = permit.isExtension ? "extension" : "first";
    rows.permit_application.push(
      line([id, person.provinceId, number, localDate(at), localDate(decidedAt), outcome, type, permit.kind, ...holder, ...work]),
    );
    return id;
  };
  // About a tenth of all applications ends without a permit.
  if (roll() < 0.115) {
    const outcome = ["refused", "refused", "refused", "refused", "returned", "withdrawn"][Math.floor(roll() * 6)] ?? "refused";
    add(new Date(submitted.getTime() - 90 * 86_400_000), new Date(submitted.getTime() - 60 * 86_400_000), outcome, 1);
  }
  return add(submitted, permit.registeredAt, "approved", 0);
}

const versionOf = ({ status }: SeedPermit): number => (status === "registered" ? 1 : 2);

function addColumns(rows: CopyRows, permit: SeedPermit, applicationId: string, personKey: string): void {
  const { person, employer } = permit;
  const holder = [person.givenNames, person.surname, person.sex, person.nationality, Number(person.birthOn.slice(0, 4)), personKey];
  const work = [employer?.id ?? null, employer?.taxNumber ?? null, employer?.sector ?? null, employer?.sizeBand ?? null, permit.occupation];
  const dates = [permit.validFrom, permit.validTo, permit.endedOn];
  const times = [permit.registeredAt.toISOString(), permit.updatedAt.toISOString()];
  rows.permit.push(
    line([
      permit.id,
      person.provinceId,
      permit.number,
      permit.kind,
      permit.status,
      ...holder,
      ...work,
      ...dates,
      permit.predecessorId,
      applicationId,
      ...times,
      true,
      versionOf(permit),
    ]),
  );
}

/** The columns as the first event made them: before anything ended the permit. */
function firstChange(permit: SeedPermit, applicationId: string, personKey: string) {
  const { person, employer } = permit;
  return {
    provinceId: person.provinceId,
    number: permit.number,
    kind: permit.kind,
    status: "registered",
    givenNames: person.givenNames,
    surname: person.surname,
    sex: person.sex,
    nationality: person.nationality,
    birthYear: Number(person.birthOn.slice(0, 4)),
    personKey,
    employerId: employer?.id ?? null,
    employerTaxNumber: employer?.taxNumber ?? null,
    sector: employer?.sector ?? null,
    sizeBand: employer?.sizeBand ?? null,
    occupation: permit.occupation,
    otherProvinces: [],
    validFrom: permit.validFrom,
    validTo: permit.validTo,
    endedOn: null,
    annotations: [],
    predecessorId: permit.predecessorId,
    applicationId,
  };
}

const secondEvent = {
  superseded: ["superseded", "Uzatma kararıyla yerini yeni izin aldı."],
  cancelled: ["cancelled", "İşverenin bildirimi üzerine iptal edildi."],
  void: ["voided", "Sehven kaydedildi."],
} as const;

function addEvents(rows: CopyRows, permit: SeedPermit, change: object): void {
  const { person } = permit;
  const actor = "Demo veri yükleyicisi";
  const add = (version: number, kind: string, at: Date, reason: string | null, json: object): void => {
    const id = demoUuid(at.getTime(), 8 + version, permit.index);
    const when = [at.toISOString(), localDate(at)];
    rows.permit_event.push(line([id, permit.id, person.provinceId, version, kind, ...when, actor, reason, JSON.stringify(json)]));
  };
  add(1, permit.predecessorId ? "extended" : "registered", permit.registeredAt, null, change);
  if (permit.status === "registered") return;
  const [kind, reason] = secondEvent[permit.status];
  const ended = permit.status === "void" ? { status: permit.status } : { status: permit.status, endedOn: permit.endedOn };
  add(2, kind, permit.updatedAt, reason, ended);
}
