import type { Metadata } from "next";
import { ExtendPermitScreen } from "@/components/permits/forms/extend-screen.tsx";

export const metadata: Metadata = { title: "İzni uzat" };

export default async function ExtendPermitPage({ params }: { params: Promise<{ permitId: string }> }) {
  return <ExtendPermitScreen permitId={(await params).permitId} />;
}
