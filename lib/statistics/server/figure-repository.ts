import { ownBytes } from "../../platform/crypto/digest.ts";
import { type Db, scopeWhere } from "../../platform/db/transaction.ts";
import type { AsOf, Cut, CutInput } from "../contract.ts";

type NewFigure = {
  provinceId: number | null;
  title: string;
  input: CutInput;
  cut: Cut;
  asOf: AsOf;
  digest: Uint8Array;
  frozenById: string;
  frozenByName: string;
  frozenAt: Date;
};

export type FigureRow = NewFigure & { id: string };

const select = {
  id: true,
  provinceId: true,
  title: true,
  input: true,
  cut: true,
  asOf: true,
  digest: true,
  frozenById: true,
  frozenByName: true,
  frozenAt: true,
} as const;

export async function insertFigure({ tx }: Db, figure: NewFigure): Promise<string> {
  const { id } = await tx.frozenFigure.create({ data: { ...figure, digest: ownBytes(figure.digest) }, select: { id: true } });
  return id;
}

export async function findFigure({ tx, scope }: Db, id: string): Promise<FigureRow | null> {
  const row = await tx.frozenFigure.findFirst({ where: { id, ...scopeWhere(scope) }, select });
  return row && (row as unknown as FigureRow);
}

/** Of the actor's own office, the newest first; a province's figure is opened at the Ministry by its link, not by leafing. */
export async function findFigures({ tx, scope }: Db): Promise<FigureRow[]> {
  const own = scope.kind === "country" ? { provinceId: null } : {};
  const where = { ...own, ...scopeWhere(scope) };
  const rows = await tx.frozenFigure.findMany({ where, select, orderBy: { id: "desc" }, take: 200 });
  return rows as unknown as FigureRow[];
}
