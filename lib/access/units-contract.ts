import { z } from "zod";
import { Empty, Id, line, Version } from "../platform/http/fields.ts";
import { endpoint } from "./policy.ts";

const Plate = z.int().min(1).max(81);

/** What a unit's letters say of it, and where its answers go. */
const facts = {
  name: line(200, 3),
  /** The lines above the letter, "T.C." first. */
  heading: z.array(line(120, 2)).min(1).max(5),
  detsisNumber: z.string().regex(/^[1-9]\d{7}$/, "DETSİS numarası 8 rakamdır ve 0 ile başlamaz."),
  fileCode: line(40, 3),
  superiorTitle: line(60, 2),
  address: line(300, 0),
  phone: line(40, 0),
  fax: line(40, 0),
  email: line(200, 0),
  website: line(200, 0),
  kepAddress: line(200, 0),
};

export const UnitRow = z.object({
  id: Id,
  name: z.string(),
  provinceId: z.int().nullable(),
  heading: z.array(z.string()),
  detsisNumber: z.string(),
  fileCode: z.string(),
  superiorTitle: z.string(),
  address: z.string(),
  phone: z.string(),
  fax: z.string(),
  email: z.string(),
  website: z.string(),
  kepAddress: z.string(),
  people: z.int(),
  version: Version,
});
export type UnitRow = z.infer<typeof UnitRow>;

/** The Ministry's units first, then the directorates by province. */
export const listUnits = endpoint({
  name: "listUnits",
  method: "GET",
  path: "/api/access/units",
  permission: "user:read",
  input: Empty,
  output: z.object({ units: z.array(UnitRow) }),
});

/** A provincial directorate, or a unit of the Ministry where no province is given. Errors: `duplicate` for a taken DETSİS number. */
export const registerUnit = endpoint({
  name: "registerUnit",
  method: "POST",
  path: "/api/access/units",
  permission: "unit:register",
  input: z.object({ provinceId: Plate.nullable(), ...facts }),
  output: UnitRow,
});

/** Its province stays: who belongs to it would see another one. Errors: `stale_version`, `duplicate`. */
export const amendUnit = endpoint({
  name: "amendUnit",
  method: "PUT",
  path: "/api/access/units/[unitId]",
  permission: "unit:amend",
  input: z.object({ unitId: Id, version: Version, ...facts }),
  output: UnitRow,
});
