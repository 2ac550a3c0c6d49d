import type { Metadata } from "next";
import { IncomingLetterScreen } from "@/components/circulars/incoming/incoming-letter-screen.tsx";

export const metadata: Metadata = { title: "Gelen yazı" };

export default async function IncomingLetterPage({ params }: { params: Promise<{ letterId: string }> }) {
  return <IncomingLetterScreen letterId={(await params).letterId} />;
}
