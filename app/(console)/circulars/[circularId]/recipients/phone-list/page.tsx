import type { Metadata } from "next";
import { PhoneListScreen } from "@/components/circulars/board/phone-list-screen.tsx";

export const metadata: Metadata = { title: "Telefon listesi" };

export default async function PhoneListPage({ params }: { params: Promise<{ circularId: string }> }) {
  return <PhoneListScreen circularId={(await params).circularId} />;
}
