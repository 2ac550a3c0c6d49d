import type { Metadata } from "next";
import { CountSheetScreen } from "@/components/cards/ledger/print/count-sheet-screen.tsx";

export const metadata: Metadata = { title: "Sayım tutanağı" };

export default async function CountSheetPage({ params }: { params: Promise<{ countId: string }> }) {
  return <CountSheetScreen countId={(await params).countId} />;
}
