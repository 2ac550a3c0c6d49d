import type { Metadata } from "next";
import { LedgerScreen } from "@/components/cards/ledger/series/ledger-screen.tsx";

export const metadata: Metadata = { title: "Değerli kâğıt serisi" };

export default async function SeriesPage({ params }: { params: Promise<{ series: string }> }) {
  return <LedgerScreen series={(await params).series} />;
}
