// The two looks of the card as an office speaks of them: since when, until when, and the guide that shows both.
import { formatDate } from "../platform/locale/tr.ts";
import type { DesignSummary } from "./designs-contract.ts";

/** "28.02.2026 tarihine kadar basılan", from the days of issue, which are configuration. */
export function periodOf({ issueFrom, issueUntil }: Pick<DesignSummary, "issueFrom" | "issueUntil">): string {
  if (issueUntil !== null) return `${formatDate(issueUntil)} tarihine kadar basılan`;
  return issueFrom === null ? "" : `${formatDate(issueFrom)} tarihinden beri basılan`;
}

/** The guide as a file among others: what it is called where it is attached. */
export const counterGuideFile = { name: "banko-kilavuzu.pdf", title: "Çalışma izni kartları: banko kılavuzu" };
