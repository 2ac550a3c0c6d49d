import type { Metadata } from "next";
import { CasesScreen } from "@/components/cards/ledger/cases/cases-screen.tsx";

export const metadata: Metadata = { title: "Fark ve kayıp dosyaları" };

export default function CasesPage() {
  return <CasesScreen />;
}
