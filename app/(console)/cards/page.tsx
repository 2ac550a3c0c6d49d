import type { Metadata } from "next";
import { CardsScreen } from "@/components/cards/list/cards-screen.tsx";

export const metadata: Metadata = { title: "Kartlar" };

export default function CardsPage() {
  return <CardsScreen />;
}
