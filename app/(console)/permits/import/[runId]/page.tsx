import type { Metadata } from "next";
import { PermitImportRunScreen } from "@/components/permits/import/permit-import-screens.tsx";

export const metadata: Metadata = { title: "Aktarım" };

export default async function PermitImportRunPage({ params }: { params: Promise<{ runId: string }> }) {
  return <PermitImportRunScreen importId={(await params).runId} />;
}
