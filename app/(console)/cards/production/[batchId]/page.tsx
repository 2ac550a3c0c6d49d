import type { Metadata } from "next";
import { BatchScreen } from "@/components/cards/production/batch/batch-screen.tsx";

export const metadata: Metadata = { title: "Parti" };

export default async function BatchPage({ params }: { params: Promise<{ batchId: string }> }) {
  return <BatchScreen batchId={(await params).batchId} />;
}
