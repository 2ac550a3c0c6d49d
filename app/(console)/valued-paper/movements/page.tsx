import type { Metadata } from "next";
import { MovementsScreen } from "@/components/cards/ledger/movements/movements-screen.tsx";

export const metadata: Metadata = { title: "Hareketler" };

export default function MovementsPage() {
  return <MovementsScreen />;
}
