import type { Metadata } from "next";
import { SeriesCardsScreen } from "@/components/cards/ledger/series/series-cards-screen.tsx";

export const metadata: Metadata = { title: "Serinin kartları" };

export default async function SeriesCardsPage({ params }: { params: Promise<{ series: string }> }) {
  return <SeriesCardsScreen series={(await params).series} />;
}
