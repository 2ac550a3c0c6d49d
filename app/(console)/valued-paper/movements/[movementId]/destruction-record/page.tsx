import type { Metadata } from "next";
import { DestructionScreen } from "@/components/cards/ledger/print/destruction-screen.tsx";

export const metadata: Metadata = { title: "İmha tutanağı" };

export default async function DestructionPage({ params }: { params: Promise<{ movementId: string }> }) {
  return <DestructionScreen movementId={(await params).movementId} />;
}
