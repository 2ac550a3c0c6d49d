import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { readerOf } from "../../platform/db/reader.ts";
import { AppError } from "../../platform/errors.ts";
import { workbookOf } from "../../platform/export/xlsx-book.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import { formatDate, localDateOf } from "../../platform/locale/tr.ts";
import type { CutInput } from "../contract.ts";
import { cutOf } from "../cut.ts";
import { inNaturalOrder } from "../natural-order.ts";
import type { Publication } from "../publication.ts";
import type { exportYearbook as endpoint } from "../publication-contract.ts";
import { cutNotes, issuer, periodWords, scopeWord } from "../publication-notes.ts";
import { divisions, worthPrinting, yearbookTables, yearbookTitle, yearsTable } from "../yearbook.ts";
import { yearbookSheets } from "../yearbook-sheets.ts";
import { answered } from "./answers.ts";
import { handedOver, settingsOf } from "./publication-file.ts";
import { yearsBeside } from "./read-yearbook.ts";

const measure = "permits_issued";

/** Every table of the set is counted together, so that all are of one moment and come to one total. */
export async function exportYearbook(ctx: Context<Actor>, { year, audience }: ParsedInputOf<typeof endpoint>): Promise<FileAnswer> {
  const publication = await publicationOf(ctx, year, audience);
  const { title } = publication;
  const bytes = await workbookOf(yearbookSheets(publication), { title, author: issuer });
  return await handedOver(ctx, { what: "yearbook", title, format: "xlsx", audience, question: { year }, bytes });
}

async function publicationOf(ctx: Context<Actor>, year: number, audience: Publication["audience"]): Promise<Publication> {
  const { actor, db, now } = ctx;
  const today = localDateOf(now);
  const reader = readerOf(db.scope);
  const period = { from: `${year}-01`, to: `${year}-12` };
  const asked = (input: Omit<CutInput, "measure">) => ({ input: { measure, ...input } as CutInput, today });
  const { cuts, years, asOf } = await answered({ reader }, { measure, today }, (rows) => ({
    cuts: divisions.map((division) => cutOf(asked({ ...period, ...division }), rows)),
    years: cutOf(asked({ rows: "year" }), rows),
  }));
  const lines = await yearsBeside(reader, years);
  if (!lines.some((line) => line.year === year))
    throw new AppError("bad_input", { invalidParams: [{ path: "year", message: `${year} yılı için veri yoktur.` }] });
  const settings = await settingsOf(ctx, audience);
  const threshold = audience === "publication" ? settings.threshold : null;
  const tables = [
    yearsTable({ lines, until: year, threshold }),
    ...yearbookTables(cuts.filter(worthPrinting).map(inNaturalOrder), threshold),
  ];
  const until = year === Number(today.slice(0, 4)) ? ` · yıl sürüyor, ${formatDate(today)} gününe kadar` : "";
  const about = [
    ...cutNotes({ measure, filter: period, asOf, provinceId: actor.provinceId }),
    { name: "Yayımlanmış toplamlar", text: sourcesOf(lines) },
  ];
  return {
    ...settings,
    title: yearbookTitle(year),
    subtitle: `${scopeWord(actor.provinceId)} · ${periodWords(period)}${until}`,
    tables,
    about,
  };
}

/** Every source once, with the years it is quoted for. */
function sourcesOf(lines: readonly { year: number; source: string | null }[]): string {
  const quoted = lines.filter(({ source }) => source !== null);
  const [first, last] = [quoted[0], quoted.at(-1)];
  return first && last ? `${first.year}–${last.year}: ${first.source?.replace(/, \d{4}$/, "")}.` : "Yok.";
}
