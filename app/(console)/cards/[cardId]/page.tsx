import type { Metadata } from "next";
import { CardRecordScreen } from "@/components/cards/record/card-record-screen.tsx";

export const metadata: Metadata = { title: "Kart" };

export default async function CardPage({ params }: { params: Promise<{ cardId: string }> }) {
  return <CardRecordScreen cardId={(await params).cardId} />;
}
