import type { Metadata } from "next";
import { CoverListScreen } from "@/components/circulars/board/cover-list-screen.tsx";

export const metadata: Metadata = { title: "Teslim listesi" };

export default async function CoverListPage({ params }: { params: Promise<{ circularId: string }> }) {
  return <CoverListScreen circularId={(await params).circularId} />;
}
