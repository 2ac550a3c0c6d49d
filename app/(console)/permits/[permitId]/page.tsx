import type { Metadata } from "next";
import { PermitRecordScreen } from "@/components/permits/record/permit-record-screen.tsx";

export const metadata: Metadata = { title: "İzin kaydı" };

export default async function PermitPage({ params }: { params: Promise<{ permitId: string }> }) {
  return <PermitRecordScreen permitId={(await params).permitId} />;
}
