import type { Metadata } from "next";
import { PermitCardsPanel } from "@/components/cards/permit/permit-cards-panel.tsx";
import { PermitRecordScreen } from "@/components/permits/record/permit-record-screen.tsx";

export const metadata: Metadata = { title: "İzin kaydı" };

export default async function PermitPage({ params }: { params: Promise<{ permitId: string }> }) {
  const { permitId } = await params;
  return <PermitRecordScreen permitId={permitId} cards={<PermitCardsPanel permitId={permitId} />} />;
}
