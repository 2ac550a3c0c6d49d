import type { Metadata } from "next";
import { AmendPermitScreen } from "@/components/permits/forms/amend-screen.tsx";

export const metadata: Metadata = { title: "Değişiklik yaz" };

export default async function AmendPermitPage({ params }: { params: Promise<{ permitId: string }> }) {
  return <AmendPermitScreen permitId={(await params).permitId} />;
}
