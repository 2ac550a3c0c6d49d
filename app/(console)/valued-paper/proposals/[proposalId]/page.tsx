import type { Metadata } from "next";
import { StockProposalScreen } from "@/components/cards/ledger/proposals/stock-proposal-screen.tsx";

export const metadata: Metadata = { title: "Öneri" };

export default async function StockProposalPage({ params }: { params: Promise<{ proposalId: string }> }) {
  return <StockProposalScreen proposalId={(await params).proposalId} />;
}
