import type { Metadata } from "next";
import { CardDesignsScreen } from "@/components/cards/designs/card-designs-screen.tsx";

export const metadata: Metadata = { title: "Eski ve yeni kart" };

export default function CardDesignsPage() {
  return <CardDesignsScreen />;
}
