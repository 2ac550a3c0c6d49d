// What one row of a file of distribution lists says. Pure: looks at no record.
import type { CellFault, Cells } from "../platform/import/column.ts";
import { RowReading, words } from "../platform/import/row-reading.ts";
import { detsisPattern, detsisRule, mostMembers, type RecipientRole } from "./contract.ts";

export type ListLine = {
  list: string;
  detsisNumber: string | null;
  name: string | null;
  role: RecipientRole;
  /** Null where the file's own order holds. */
  order: number | null;
};

const roles = words<RecipientRole>({
  geregi: "action",
  "geregi icin": "action",
  gerek: "action",
  g: "action",
  bilgi: "information",
  "bilgi icin": "information",
  "bilgi geregi": "information",
  b: "information",
});

export function understandListLine(cells: Cells): { line: ListLine; faults: CellFault[] } {
  const reading = new RowReading(cells);
  const line: ListLine = {
    list: reading.needed("list", 200, "Listenin adını yazın."),
    detsisNumber: reading.matching("detsisNumber", detsisPattern, detsisRule),
    name: reading.text("name", 300) || null,
    role: reading.word("role", roles, "Gereği ya da Bilgi yazın.") ?? "action",
    order: orderOf(reading),
  };
  if (!line.name && !cells.detsisNumber) reading.fault("name", "DETSİS no ya da kurum adı yazın.");
  return { line, faults: reading.faults };
}

function orderOf(reading: RowReading): number | null {
  const value = reading.matching("order", /^[1-9]\d{0,3}$/, `Sıra 1 ile ${mostMembers} arasında bir sayıdır.`);
  if (value === null) return null;
  return Number(value) <= mostMembers ? Number(value) : reading.fault("order", `Sıra 1 ile ${mostMembers} arasında bir sayıdır.`);
}
