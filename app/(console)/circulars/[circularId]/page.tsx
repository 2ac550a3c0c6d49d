import type { Metadata } from "next";
import { CircularScreen } from "@/components/circulars/circular-screen.tsx";

export const metadata: Metadata = { title: "Dağıtımlı yazı" };

export default async function CircularPage({ params }: { params: Promise<{ circularId: string }> }) {
  return <CircularScreen circularId={(await params).circularId} />;
}
