import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { dateColumn } from "../../platform/db/local-date.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import { formatDate, localDateOf } from "../../platform/locale/tr.ts";
import { bothAreValid, cardFeatures, counterSteps, oldCardPromise, schematicNote } from "../card-features.ts";
import type { CardDesign } from "../contract.ts";
import { counterGuideFile, periodOf } from "../designs.ts";
import type { DesignSummary } from "../designs-contract.ts";
import { type GuideData, typesetGuide } from "./guide-typesetter.ts";
import { readCardDesigns } from "./read-card-designs.ts";

const kept: { content?: string; pdf?: Buffer } = {};

/** The guide as PDF. It is set once a day, or when the designs' days change; between two prints nothing differs. */
export async function readCounterGuide(ctx: Context<Actor>): Promise<FileAnswer> {
  const { designs, verificationAddress } = await readCardDesigns(ctx);
  const day = localDateOf(ctx.now);
  const data = guideOf(designs, verificationAddress, day);
  const content = JSON.stringify(data);
  if (kept.content !== content || !kept.pdf) Object.assign(kept, { content, pdf: typesetGuide(data, dateColumn(day)) });
  return { name: counterGuideFile.name, mediaType: "application/pdf", bytes: new Uint8Array(kept.pdf as Buffer), inline: false };
}

function guideOf(designs: readonly DesignSummary[], address: string, day: string): GuideData {
  return {
    title: "Çalışma izni kartları: banko kılavuzu",
    issuer: "Çalışma ve Sosyal Güvenlik Bakanlığı",
    promise: { short: bothAreValid, long: oldCardPromise },
    schematic: schematicNote,
    old: pageOf("old", designs),
    new: pageOf("new", designs),
    steps: counterSteps.map((step, index) => ({ number: index + 1, ...step })),
    address,
    foot: "Sorgu sayfasında kişi bilgisi gösterilmez. Şüphede kartı düzenleyen birime sorun.",
    prepared: formatDate(day),
  };
}

function pageOf(design: CardDesign, designs: readonly DesignSummary[]) {
  const summary = designs.find((one) => one.design === design);
  const title = design === "old" ? "Eski tasarım" : "Yeni tasarım";
  return {
    title,
    period: summary ? periodOf(summary) : "",
    alt: `${title} kartın şematik çizimi`,
    features: cardFeatures[design].map(({ title, text, place }, index) => ({ number: place ? index + 1 : null, title, text })),
  };
}
