import type { Metadata } from "next";
import { counterGuideAttachment } from "@/components/cards/designs/counter-guide-attachment.ts";
import { CircularScreen } from "@/components/circulars/circular-screen.tsx";

export const metadata: Metadata = { title: "Dağıtımlı yazı" };

export default async function CircularPage({ params }: { params: Promise<{ circularId: string }> }) {
  return <CircularScreen circularId={(await params).circularId} readyAttachments={[counterGuideAttachment]} />;
}
