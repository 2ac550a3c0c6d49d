import type { Metadata } from "next";
import { ReconciliationScreen } from "@/components/cards/ledger/reconciliation/reconciliation-screen.tsx";

export const metadata: Metadata = { title: "Denklik" };

export default function ReconciliationPage() {
  return <ReconciliationScreen />;
}
