import type { Metadata } from "next";
import { NewShipmentScreen } from "@/components/cards/ledger/shipments/new-shipment-screen.tsx";

export const metadata: Metadata = { title: "Darphane gönderisi" };

export default function NewShipmentPage() {
  return <NewShipmentScreen />;
}
