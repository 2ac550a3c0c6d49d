import type { Metadata } from "next";
import { DispatchScreen } from "@/components/circulars/check/dispatch-screen.tsx";

export const metadata: Metadata = { title: "Gönderim denetimi" };

export default async function DispatchPage({ params }: { params: Promise<{ circularId: string }> }) {
  return <DispatchScreen circularId={(await params).circularId} />;
}
