import type { Metadata } from "next";
import { verificationTabs } from "@/app/(public)/verify/tabs.ts";
import { currentMode } from "@/app/session.ts";
import { VerificationScreen } from "@/components/circulars/verification/verification-screen.tsx";
import { languageOf } from "@/components/shell/public-language.tsx";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: languageOf(one((await searchParams).dil)) === "en" ? "Verify a letter" : "Yazı doğrulama" };
}

export default async function VerifyPage({ searchParams }: Props) {
  const { code, dil } = await searchParams;
  const language = languageOf(one(dil));
  const given = one(code)?.trim().slice(0, 200) ?? "";
  return <VerificationScreen code={given} language={language} mode={await currentMode()} tabs={verificationTabs(language, "letter")} />;
}

/** The first of what an address may repeat. */
function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
