import type { Metadata } from "next";
import { InstitutionImportRunScreen } from "@/components/institutions/import/institution-import-screens.tsx";

export const metadata: Metadata = { title: "Aktarım" };

export default async function InstitutionImportRunPage({ params }: { params: Promise<{ runId: string }> }) {
  return <InstitutionImportRunScreen importId={(await params).runId} />;
}
