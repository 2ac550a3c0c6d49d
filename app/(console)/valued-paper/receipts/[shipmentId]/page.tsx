import type { Metadata } from "next";
import { ReceiveScreen } from "@/components/cards/ledger/shipments/receive-screen.tsx";

export const metadata: Metadata = { title: "Gönderi" };

export default async function ShipmentPage({ params }: { params: Promise<{ shipmentId: string }> }) {
  return <ReceiveScreen shipmentId={(await params).shipmentId} />;
}
