import type { Metadata } from "next";
import { AmendInstitutionScreen } from "@/components/institutions/amend-institution-screen.tsx";

export const metadata: Metadata = { title: "Kurum kaydını düzelt" };

export default async function AmendInstitutionPage({ params }: { params: Promise<{ institutionId: string }> }) {
  return <AmendInstitutionScreen institutionId={(await params).institutionId} />;
}
