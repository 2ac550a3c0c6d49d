import type { Metadata } from "next";
import { CountsScreen } from "@/components/cards/ledger/counts/counts-screen.tsx";

export const metadata: Metadata = { title: "Sayım" };

export default function CountsPage() {
  return <CountsScreen />;
}
