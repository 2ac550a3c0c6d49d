import type { Metadata } from "next";
import { PackingScreen } from "@/components/cards/production/packing/packing-screen.tsx";

export const metadata: Metadata = { title: "Paketleme" };

export default function PackingPage() {
  return <PackingScreen />;
}
