import type { Actor } from "../../access/policy.ts";
import { findPeople, findUnit } from "../../access/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { dateColumn } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import { provinceName } from "../../platform/locale/provinces.ts";
import { formatDate, localDateOf } from "../../platform/locale/tr.ts";
import type { TemplateContent } from "../template-contract.ts";
import { type FieldValues, fieldsIn, fillWords } from "../template-fields.ts";
import { textsAtPaths } from "../unprintable-fields.ts";
import { contentOfVersion, getTemplate } from "./templates.ts";

/** What only whoever begins the letter knows. */
export type Asked = { dueOn?: string | undefined; period?: string | undefined };

type Words = TemplateContent & { template: { id: string; version: number }; urgency?: string; dueOn?: Date };

/** The newest version's words with their fields filled. A day that the text names is the day of the letter (m.26). */
export async function wordsOfTemplate(ctx: Context<Actor>, templateId: string, asked: Asked): Promise<Words> {
  const { id, version, retiredAt, versions } = await getTemplate(ctx, templateId);
  const newest = versions[0];
  if (retiredAt || !newest) throw new AppError("state_forbids", { message: "Şablon kullanımdan kaldırılmış; başka bir şablon seçin." });
  const content = contentOfVersion(newest);
  const words = { ...fillWords(content, await valuesFor(ctx, asked)), template: { id, version } };
  const namesDay = fieldsIn(textsAtPaths(content).map(([, text]) => text)).includes("son_tarih");
  return asked.dueOn && namesDay ? { ...words, urgency: "timed", dueOn: dateColumn(asked.dueOn) } : words;
}

async function valuesFor({ actor, db, now }: Context<Actor>, { dueOn, period }: Asked): Promise<FieldValues> {
  const today = localDateOf(now);
  if (dueOn && dueOn < today) {
    throw new AppError("bad_input", { invalidParams: [{ path: "dueOn", message: `Son gün geçmiş: ${formatDate(dueOn)}` }] });
  }
  const unit = actor.unitId ? await findUnit(db, actor.unitId) : null;
  const [person] = actor.id ? await findPeople(db, { ids: [actor.id] }) : [];
  return {
    il: (actor.provinceId && provinceName(actor.provinceId)) || "",
    kurum: unit?.name ?? "",
    tarih: formatDate(today),
    yil: today.slice(0, 4),
    son_tarih: dueOn ? formatDate(dueOn) : "",
    donem: period ?? "",
    ilgili_kisi: person?.name ?? "",
    telefon: person?.phone ?? "",
  };
}
