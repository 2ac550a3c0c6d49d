import type { Metadata } from "next";
import { InstitutionScreen } from "@/components/institutions/institution-screen.tsx";

export const metadata: Metadata = { title: "Kurum" };

export default async function InstitutionPage({ params }: { params: Promise<{ institutionId: string }> }) {
  return <InstitutionScreen institutionId={(await params).institutionId} />;
}
