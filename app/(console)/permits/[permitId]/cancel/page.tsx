import type { Metadata } from "next";
import { CancelPermitScreen } from "@/components/permits/forms/end-permit-screens.tsx";

export const metadata: Metadata = { title: "İzni iptal et" };

export default async function CancelPermitPage({ params }: { params: Promise<{ permitId: string }> }) {
  return <CancelPermitScreen permitId={(await params).permitId} />;
}
