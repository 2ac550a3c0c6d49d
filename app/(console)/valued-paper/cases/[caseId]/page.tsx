import type { Metadata } from "next";
import { CaseScreen } from "@/components/cards/ledger/cases/case-screen.tsx";

export const metadata: Metadata = { title: "Dosya" };

export default async function CasePage({ params }: { params: Promise<{ caseId: string }> }) {
  return <CaseScreen caseId={(await params).caseId} />;
}
