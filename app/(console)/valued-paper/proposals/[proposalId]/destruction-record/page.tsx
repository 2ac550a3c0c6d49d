import type { Metadata } from "next";
import { DestructionDraftScreen } from "@/components/cards/ledger/print/destruction-screen.tsx";

export const metadata: Metadata = { title: "İmha tutanağı" };

export default async function DestructionDraftPage({ params }: { params: Promise<{ proposalId: string }> }) {
  return <DestructionDraftScreen proposalId={(await params).proposalId} />;
}
