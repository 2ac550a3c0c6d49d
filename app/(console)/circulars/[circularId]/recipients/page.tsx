import type { Metadata } from "next";
import { RecipientBoardScreen } from "@/components/circulars/board/recipient-board-screen.tsx";

export const metadata: Metadata = { title: "Muhataplar" };

export default async function RecipientsPage({ params }: { params: Promise<{ circularId: string }> }) {
  return <RecipientBoardScreen circularId={(await params).circularId} />;
}
