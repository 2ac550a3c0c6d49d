import type { Metadata } from "next";
import { ImportRunScreen } from "@/components/permits/import/import-run-screen.tsx";

export const metadata: Metadata = { title: "Aktarım" };

export default async function ImportRunPage({ params }: { params: Promise<{ runId: string }> }) {
  return <ImportRunScreen importId={(await params).runId} />;
}
