import type { Metadata } from "next";
import { ShipmentsScreen } from "@/components/cards/ledger/shipments/shipments-screen.tsx";

export const metadata: Metadata = { title: "Teslim alma" };

export default function ShipmentsPage() {
  return <ShipmentsScreen />;
}
