import type { Metadata } from "next";
import { SerialsScreen } from "@/components/cards/ledger/movements/serials-screen.tsx";

export const metadata: Metadata = { title: "Hangi numara nerede" };

export default function SerialsPage() {
  return <SerialsScreen />;
}
