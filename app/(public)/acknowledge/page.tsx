import type { Metadata } from "next";
import { currentMode } from "@/app/session.ts";
import { AcknowledgementScreen } from "@/components/circulars/acknowledgement/acknowledgement-screen.tsx";
import { languageOf } from "@/components/shell/public-language.tsx";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: languageOf(one((await searchParams).dil)) === "en" ? "A letter for you" : "Size gönderilen yazı" };
}

export default async function AcknowledgePage({ searchParams }: Props) {
  const { durum, dil } = await searchParams;
  return <AcknowledgementScreen isRefused={one(durum) === "gecersiz"} language={languageOf(one(dil))} mode={await currentMode()} />;
}

/** The first of what an address may repeat. */
function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
