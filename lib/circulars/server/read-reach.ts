import type { Actor } from "../../access/policy.ts";
import { countAddressStates } from "../../institutions/server/queries.ts";
import type { ReadContext } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { OutputOf, ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { readReach as endpoint, ProvinceReach } from "../reach-contract.ts";
import { countReached, findSentCircular } from "./reach-repository.ts";

const DAY = 86_400_000;

const nobody = { institutions: 0, fresh: 0, ageing: 0, untried: 0, returned: 0, unreachable: 0, recipients: 0, reached: 0, answered: 0 };

/** Each province that has an institution or a recipient; the two counts know nothing of each other. */
export async function readReach(
  { reader, now }: ReadContext<Actor>,
  { days = 30, circularId }: ParsedInputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const letters = circularId ? { circularId } : { since: new Date(now.getTime() - days * DAY) };
  const [states, reached, circular] = await Promise.all([
    countAddressStates(reader, now),
    countReached(reader, letters),
    circularId ? findSentCircular(reader, circularId) : null,
  ]);
  if (circularId && !circular) throw new AppError("not_found");
  const provinces = new Map<number, ProvinceReach>();
  for (const row of [...states, ...reached]) {
    provinces.set(row.provinceId, { ...(provinces.get(row.provinceId) ?? { ...nobody, provinceId: row.provinceId }), ...row });
  }
  return { provinces: [...provinces.values()].toSorted((a, b) => a.provinceId - b.provinceId), circular, asOf: now.toISOString() };
}
