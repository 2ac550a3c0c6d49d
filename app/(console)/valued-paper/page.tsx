import type { Metadata } from "next";
import { LedgerScreen } from "@/components/cards/ledger/series/ledger-screen.tsx";

export const metadata: Metadata = { title: "Değerli kâğıt" };

export default function ValuedPaperPage() {
  return <LedgerScreen />;
}
