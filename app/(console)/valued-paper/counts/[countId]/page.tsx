import type { Metadata } from "next";
import { CountScreen } from "@/components/cards/ledger/counts/count-screen.tsx";

export const metadata: Metadata = { title: "Sayım" };

export default async function CountPage({ params }: { params: Promise<{ countId: string }> }) {
  return <CountScreen countId={(await params).countId} />;
}
