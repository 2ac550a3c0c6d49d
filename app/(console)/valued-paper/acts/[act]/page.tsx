import type { Metadata } from "next";
import { ActScreen } from "@/components/cards/ledger/forms/act-screen.tsx";

export const metadata: Metadata = { title: "Hareket yaz" };

export default async function ActPage({ params }: { params: Promise<{ act: string }> }) {
  return <ActScreen act={(await params).act} />;
}
