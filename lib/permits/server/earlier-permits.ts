import type { Db } from "../../platform/db/transaction.ts";
import type { PermitColumns } from "../permit-history.ts";
import { earlierPermits } from "./repository.ts";

type About = Pick<PermitColumns, "personKey" | "kind" | "employerTaxNumber" | "validFrom">;

/** Permits in a row with the same employer before a start; another employer in between begins the count again (art. 10). */
export async function earlierWithEmployer(
  db: Db,
  { personKey, kind, employerTaxNumber, validFrom }: About,
  exceptId: string | null,
): Promise<number> {
  const earlier = (await earlierPermits(db, personKey, kind)).filter(
    (permit) => permit.id !== exceptId && permit.validFrom.toISOString().slice(0, 10) < validFrom,
  );
  const other = earlier.findIndex((permit) => permit.employerTaxNumber !== employerTaxNumber);
  return other === -1 ? earlier.length : other;
}
