// Permits as lines for COPY: what a list reads, what is sealed, the words, the applications and the history. Millions of
// them: a line is one template, and each moment, id and sealed value is written as text once.

import { foreignerIdIndex, passportIndex, personKeyOf } from "../../lib/permits/person-key.ts";
import type { FieldCipher } from "../../lib/platform/crypto/field-cipher.ts";
import { provinceName } from "../../lib/platform/locale/provinces.ts";
import type { ByteSink } from "./byte-sink.ts";
import { demoUuid } from "./demo-ids.ts";
import { dateText, dice, instantText } from "./dice.ts";
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

export type Target = {
  sinks: Record<CopyTable, ByteSink>;
  cipher: FieldCipher;
  /** The tokens of a name; every word of it must have been written before. */
  tokensOf: (name: string) => readonly number[];
  /** The demo's present moment. */
  now: number;
};

/** COPY's own spelling of nothing. */
const none = "\\N";
const day = 86_400_000;
/** Turkish time has been three hours ahead since 2016; a demo takes it for all years. */
const localDate = (moment: number): string => dateText(moment + 3 * 3_600_000);
const bytewise = (value: number): string => String(value).padStart(8, "0");

/** The signs that COPY gives a meaning: names may have them, the demo's other texts have none. */
const reserved = /[\\\t\n\r]/g;
const escaped = (text: string): string => text.replace(reserved, (sign) => `\\${sign}`);
const quoted = (text: string | null): string => (text === null ? "null" : `"${text}"`);

/** Adds one permit to the lines of every table it stands in. */
export function addPermit(target: Target, permit: SeedPermit): void {
  const { person, employer } = permit;
  const made: Made = {
    sealed: sealedPerson(target, person),
    application: addApplications(target, permit),
    birthYear: person.birthOn.slice(0, 4),
    employer: employer ? `${employer.id}\t${employer.taxNumber}\t${employer.sector}\t${employer.sizeBand}` : noEmployer,
    registered: instantText(permit.registeredAt.getTime()),
  };
  target.sinks.permit.add(permitLine(permit, made));
  target.sinks.permit_identity.add(`${permit.id}\t${made.sealed.identityLine}`);
  for (const token of made.sealed.tokens) target.sinks.holder_token.add(`${token}\t${person.provinceId}\t${permit.id}\n`);
  addEvents(target.sinks.permit_event, permit, made);
}

type Made = { sealed: Sealed; application: string; birthYear: string; employer: string; registered: string };
const noEmployer = [none, none, none, none].join("\t");

type Sealed = { personKey: string; identityLine: string; identityJson: string; nameJson: string; tokens: readonly number[] };
/** Permits of a person follow each other. */
const latest: { person?: SeedPerson; sealed?: Sealed } = {};

/** Once a person, however many permits follow each other. */
function sealedPerson({ cipher, tokensOf }: Target, person: SeedPerson): Sealed {
  if (latest.person === person && latest.sealed) return latest.sealed;
  const made = {
    personKey: personKeyOf(cipher, person),
    ...sealIdentity(cipher, person),
    nameJson: escaped(`"givenNames":${JSON.stringify(person.givenNames)},"surname":${JSON.stringify(person.surname)}`),
    tokens: tokensOf(`${person.givenNames} ${person.surname}`),
  };
  Object.assign(latest, { person, sealed: made });
  return made;
}

function sealIdentity(cipher: FieldCipher, person: SeedPerson) {
  const address = `${provinceName(person.provinceId)} Merkez, Örnek Mah. ${(person.index % 900) + 1}. Sok. No: ${(person.index % 97) + 1}`;
  const foreignerId = bytesOf(person.foreignerId && cipher.seal("foreigner_id", person.foreignerId));
  const idIndex = bytesOf(person.foreignerId && foreignerIdIndex(cipher, person.foreignerId));
  const passport = bytesOf(cipher.seal("passport", person.passport));
  const passportDigest = bytesOf(passportIndex(cipher, person.passport));
  const sealedAddress = bytesOf(cipher.seal("address", address));
  const bytes = `${hex(foreignerId)}\t${hex(idIndex)}\t${hex(passport)}\t${hex(passportDigest)}\t${hex(sealedAddress)}`;
  return {
    identityLine: `${person.provinceId}\t${person.birthOn}\t${bytes}\t${cipher.keyId}\n`,
    identityJson: `{"birthOn":"${person.birthOn}","foreignerId":${base64(foreignerId)},"foreignerIdIndex":${base64(idIndex)},"passport":${base64(passport)},"passportIndex":${base64(passportDigest)},"address":${base64(sealedAddress)},"keyId":${cipher.keyId}}`,
  };
}

/** The same bytes, not a copy. */
const bytesOf = (value: Uint8Array | "" | null): Buffer | null =>
  value ? Buffer.from(value.buffer, value.byteOffset, value.length) : null;
const hex = (bytes: Buffer | null): string => (bytes ? `\\\\x${bytes.toString("hex")}` : none);
const base64 = (bytes: Buffer | null): string => (bytes ? `"${bytes.toString("base64")}"` : "null");

function addApplications({ sinks: { permit_application: sink }, now }: Target, permit: SeedPermit): string {
  const { person, employer } = permit;
  const roll = dice(17, permit.index);
  const submitted = permit.registeredAt.getTime() - (10 + Math.floor(roll() * 30)) * day;
  const holder = `${person.nationality}\t${person.sex}\t${person.birthOn.slice(0, 4)}`;
  const work = `${employer?.sector ?? none}\t${permit.occupation}\t${person.education}\t${employer?.sizeBand ?? none}`;
  const type = permit.isExtension ? "extension" : "first";
  const add = (at: number, number: string, decision: string, which: number): string => {
    const id = demoUuid(at, 4 + which, permit.index);
    const dated = `${number.slice(0, 1)}${dateText(at).slice(0, 4)}${number.slice(1)}\t${localDate(at)}`;
    sink.add(`${id}\t${person.provinceId}\t${dated}\t${decision}\t${type}\t${permit.kind}\t${holder}\t${work}\n`);
    return id;
  };
  const decided = permit.registeredAt.getTime();
  const numberOf = (which: number) => `B${bytewise(permit.index * 2 + which)}`;
  // About a tenth of all applications ends without a permit, and the newest are not decided yet.
  if (roll() < 0.115) {
    const outcome = ["refused", "refused", "refused", "refused", "returned", "withdrawn"][Math.floor(roll() * 6)] ?? "refused";
    const decision = `${localDate(decided - Math.floor(roll() * 3) * day)}\t${outcome}`;
    add(submitted - Math.floor(roll() * 5) * day, numberOf(1), decision, 1);
  }
  if (roll() < 0.012) add(now - Math.ceil(roll() * 32 * day), `A${bytewise(permit.index)}`, `${none}\t${none}`, 2);
  return add(submitted, numberOf(0), `${localDate(decided)}\tapproved`, 0);
}

function permitLine(permit: SeedPermit, { sealed, application, birthYear, employer, registered }: Made): string {
  const { person } = permit;
  const updated = permit.updatedAt === permit.registeredAt ? registered : instantText(permit.updatedAt.getTime());
  const holder = `${escaped(person.givenNames)}\t${escaped(person.surname)}\t${person.sex}\t${person.nationality}\t${birthYear}\t${sealed.personKey}`;
  const dates = `${permit.validFrom}\t${permit.validTo ?? none}\t${permit.endedOn ?? none}\t${permit.predecessorId ?? none}`;
  const version = permit.status === "registered" ? 1 : 2;
  return `${permit.id}\t${person.provinceId}\t${permit.number}\t${permit.kind}\t${permit.status}\t${holder}\t${employer}\t${permit.occupation}\t${dates}\t${application}\t${registered}\t${updated}\tt\t${version}\n`;
}

/** The columns as the first event made them: before anything ended the permit. */
function firstChange(permit: SeedPermit, { sealed, application, birthYear }: Made): string {
  const { person, employer } = permit;
  const holder = `${sealed.nameJson},"sex":"${person.sex}","nationality":"${person.nationality}","birthYear":${birthYear},"personKey":"${sealed.personKey}"`;
  const work = `"employerId":${quoted(employer?.id ?? null)},"employerTaxNumber":${quoted(employer?.taxNumber ?? null)},"sector":${quoted(employer?.sector ?? null)},"sizeBand":${quoted(employer?.sizeBand ?? null)},"occupation":"${permit.occupation}"`;
  const dates = `"validFrom":"${permit.validFrom}","validTo":${quoted(permit.validTo)},"endedOn":null`;
  const links = `"predecessorId":${quoted(permit.predecessorId)},"applicationId":"${application}"`;
  return `{"provinceId":${person.provinceId},"number":"${permit.number}","kind":"${permit.kind}","status":"registered",${holder},${work},"otherProvinces":[],${dates},"annotations":[],${links},"identity":${sealed.identityJson}}`;
}

const secondEvent = {
  superseded: "superseded\tUzatma kararıyla yerini yeni izin aldı.",
  cancelled: "cancelled\tİşverenin bildirimi üzerine iptal edildi.",
  void: "voided\tSehven kaydedildi.",
} as const;
const actor = "Demo veri yükleyicisi";

function addEvents(sink: ByteSink, permit: SeedPermit, made: Made): void {
  const at = permit.registeredAt.getTime();
  const first = `${demoUuid(at, 9, permit.index)}\t${permit.id}\t${permit.person.provinceId}\t1\t${permit.predecessorId ? "extended" : "registered"}`;
  sink.add(`${first}\t${made.registered}\t${localDate(at)}\t${actor}\t${none}\t${firstChange(permit, made)}\n`);
  if (permit.status === "registered") return;
  const then = permit.updatedAt.getTime();
  const [kind, reason] = secondEvent[permit.status].split("\t");
  const ended = permit.status === "void" ? "" : `,"endedOn":"${permit.endedOn}"`;
  const second = `${demoUuid(then, 10, permit.index)}\t${permit.id}\t${permit.person.provinceId}\t2\t${kind}`;
  sink.add(`${second}\t${instantText(then)}\t${localDate(then)}\t${actor}\t${reason}\t{"status":"${permit.status}"${ended}}\n`);
}
