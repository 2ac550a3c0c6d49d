import type { Metadata } from "next";
import { MovementScreen } from "@/components/cards/ledger/movements/movement-screen.tsx";

export const metadata: Metadata = { title: "Hareket" };

export default async function MovementPage({ params }: { params: Promise<{ movementId: string }> }) {
  return <MovementScreen movementId={(await params).movementId} />;
}
