import type { Metadata } from "next";
import { verificationTabs } from "@/app/(public)/verify/tabs.ts";
import { currentMode, currentSession } from "@/app/session.ts";
import { CardVerificationScreen } from "@/components/cards/verification/card-verification-screen.tsx";
import { languageOf } from "@/components/shell/public-language.tsx";
import { can } from "@/lib/access/policy.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: languageOf(one((await searchParams).dil)) === "en" ? "Verify a card" : "Kart doğrulama" };
}

export default async function VerifyCardPage({ searchParams }: Props) {
  const [session, { dil }] = [await currentSession(), await searchParams];
  const atDesk = session !== null && session.secondFactor !== "pending" && can(session.actor, "card:read");
  const tabs = { tr: verificationTabs("tr", "card"), en: verificationTabs("en", "card") };
  return <CardVerificationScreen language={languageOf(one(dil))} mode={await currentMode()} tabs={tabs} atDesk={atDesk} />;
}

/** The first of what an address may repeat. */
function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
