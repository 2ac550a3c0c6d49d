import type { Metadata } from "next";
import { CounterGuideScreen } from "@/components/cards/designs/counter-guide-screen.tsx";

export const metadata: Metadata = { title: "Banko kılavuzu" };

export default function CounterGuidePage() {
  return <CounterGuideScreen />;
}
