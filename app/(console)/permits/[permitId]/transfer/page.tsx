import type { Metadata } from "next";
import { TransferPermitScreen } from "@/components/permits/forms/transfer-screen.tsx";

export const metadata: Metadata = { title: "Kaydı başka ile aktar" };

export default async function TransferPermitPage({ params }: { params: Promise<{ permitId: string }> }) {
  return <TransferPermitScreen permitId={(await params).permitId} />;
}
