import type { Metadata } from "next";
import { VoidPermitScreen } from "@/components/permits/forms/end-permit-screens.tsx";

export const metadata: Metadata = { title: "Hatalı kayıt say" };

export default async function VoidPermitPage({ params }: { params: Promise<{ permitId: string }> }) {
  return <VoidPermitScreen permitId={(await params).permitId} />;
}
