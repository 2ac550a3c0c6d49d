import type { registerPermit } from "../../lib/permits/commands-contract.ts";
import { registerPermit as endpoint } from "../../lib/permits/commands-contract.ts";
import type { PermitRecord } from "../../lib/permits/contract.ts";
import type { InputOf } from "../../lib/platform/http/endpoint.ts";
import { foreignerIdOf, passportOf, taxNumberOf } from "../../prisma/permits/demo-ids.ts";
import type { Bff } from "./bff.ts";

export type PermitInput = InputOf<typeof registerPermit>;

let next = 5_000_000;

/** Another person at another workplace each time, unless told. */
export function aPermitInput(given: Partial<PermitInput> = {}): PermitInput {
  next += 1;
  return {
    holder: {
      givenNames: "Aylin",
      surname: "Örnek",
      sex: "female",
      nationality: "TKM",
      foreignerId: foreignerIdOf(next),
      passport: passportOf(next),
      birthOn: "1991-04-23",
      address: "Örnek Mah. 1. Sok. No: 2",
    },
    employer: { taxNumber: taxNumberOf(next - 4_999_000), title: `Deneme İşvereni ${next}`, sector: "I", sizeBand: "10-49" },
    kind: "fixed_term",
    occupation: "5131",
    otherProvinces: [],
    validFrom: "2026-01-01",
    validTo: "2026-12-31",
    annotations: [],
    reason: "İlk başvuru onaylandı.",
    ...given,
  };
}

/** Registered through the route, as an officer would. */
export const aPermit = (bff: Bff, given: Partial<PermitInput> = {}): Promise<PermitRecord> => bff.call(endpoint, aPermitInput(given));
