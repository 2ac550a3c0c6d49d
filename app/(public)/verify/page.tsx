import type { Metadata } from "next";
import { currentMode } from "@/app/session.ts";
import { languageOf } from "@/components/circulars/verification/public-language.tsx";
import { VerificationScreen } from "@/components/circulars/verification/verification-screen.tsx";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: languageOf(one((await searchParams).dil)) === "en" ? "Verify a letter" : "Yazı doğrulama" };
}

export default async function VerifyPage({ searchParams }: Props) {
  const { code, dil } = await searchParams;
  return <VerificationScreen code={one(code)?.trim().slice(0, 200) ?? ""} language={languageOf(one(dil))} mode={await currentMode()} />;
}

/** The first of what an address may repeat. */
function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
