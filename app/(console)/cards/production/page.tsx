import type { Metadata } from "next";
import { ProductionScreen } from "@/components/cards/production/board/production-screen.tsx";

export const metadata: Metadata = { title: "Kart üretimi" };

export default function ProductionPage() {
  return <ProductionScreen />;
}
