/** What other words may read of institutions: enough to print a letter's Dağıtım and to deliver it. */
import type { Reader } from "../../platform/db/reader.ts";
import type { Db } from "../../platform/db/transaction.ts";
import type { InstitutionRow, RecipientRole } from "../contract.ts";
import {
  type AddressCounts,
  type AskedAddress,
  countAddressStates as countStates,
  findReturnedAddresses as findReturned,
  findAddressStates as findStates,
  type KnownAddress,
  type ReturnedAddress,
} from "./address-repository.ts";
import { findFirstList, findListById, listMembersOf, type StoredList } from "./list-repository.ts";
import { findRecords, type StoredInstitution } from "./repository.ts";
import { type FoundInstitution, type FoundList, searchInstitutions, searchLists } from "./search-repository.ts";

export type DirectoryInstitution = Pick<
  InstitutionRow,
  "id" | "provinceId" | "name" | "kind" | "district" | "dative" | "relation" | "channels" | "detsisNumber" | "isDemo"
> & { genitive: string; phone: string };

export type DirectoryMember = DirectoryInstitution & { role: RecipientRole };

export type DirectoryList = { id: string; name: string; version: number; members: DirectoryMember[] };

/** In the order of `ids`, each once; what the scope cannot see, or is closed, is left out. */
export async function findInstitutions(db: Db, ids: readonly string[]): Promise<DirectoryInstitution[]> {
  return (await findRecords(db, ids)).map(directoryInstitution);
}

/** Members of a distribution list in its own order; empty for a list the scope cannot see. */
export async function listMembers(db: Db, listId: string): Promise<DirectoryMember[]> {
  const list = await findListById(db, listId);
  return list ? (await wholeList(db, list)).members : [];
}

/** The list a new circular of the province starts with, or null while the province has none. */
export async function defaultList(db: Db, provinceId: number): Promise<DirectoryList | null> {
  const list = await findFirstList(db, provinceId);
  return list && (await wholeList(db, list));
}

async function wholeList(db: Db, list: StoredList): Promise<DirectoryList> {
  const stored = await listMembersOf(db, list.id);
  const roles = new Map(stored.map((member) => [member.institutionId, member.role]));
  const institutions = await findInstitutions(db, [...roles.keys()]);
  const members = institutions.map((institution) => ({ ...institution, role: roles.get(institution.id) ?? "action" }));
  return { id: list.id, name: list.name, version: list.version, members };
}

function directoryInstitution(stored: StoredInstitution): DirectoryInstitution {
  const { id, provinceId, name, kind, district, dative, genitive, relation, channels, phone, detsisNumber, isDemo } = stored;
  return { id, provinceId, name, kind, district, dative, genitive, relation, channels, phone, detsisNumber, isDemo };
}

/** A list with its members by id; null for one the scope cannot see. */
export async function findDirectoryList(db: Db, listId: string): Promise<DirectoryList | null> {
  const list = await findListById(db, listId);
  return list && (await wholeList(db, list));
}

/** How far addresses that a circular keeps can be trusted at a moment. */
export async function findAddressStates(db: Db, asked: readonly AskedAddress[], now: Date): Promise<KnownAddress[]> {
  return await findStates(db, asked, now);
}

/** Institutions whose first address gave the last letter back, the longest first. */
export async function findReturnedAddresses(db: Db): Promise<ReturnedAddress[]> {
  return await findReturned(db);
}

/** The directory of each province by how far its addresses can be trusted at a moment. */
export async function countAddressStates(reader: Reader, now: Date): Promise<AddressCounts[]> {
  return await countStates(reader, now);
}

/** Institutions and lists that have every one of the folded words. */
export async function searchDirectory(
  reader: Reader,
  words: readonly string[],
  take: number,
): Promise<{ institutions: FoundInstitution[]; lists: FoundList[] }> {
  const [institutions, lists] = await Promise.all([searchInstitutions(reader, words, take), searchLists(reader, words, take)]);
  return { institutions, lists };
}
