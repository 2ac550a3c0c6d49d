import type { Metadata } from "next";
import { ListImportRunScreen } from "@/components/institutions/import/list-import-screens.tsx";

export const metadata: Metadata = { title: "Aktarım" };

export default async function ListImportRunPage({ params }: { params: Promise<{ runId: string }> }) {
  return <ListImportRunScreen importId={(await params).runId} />;
}
