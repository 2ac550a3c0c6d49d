import type { Metadata } from "next";
import { AmendDistributionListScreen } from "@/components/institutions/amend-distribution-list-screen.tsx";

export const metadata: Metadata = { title: "Dağıtım listesini düzelt" };

export default async function AmendDistributionListPage({ params }: { params: Promise<{ listId: string }> }) {
  return <AmendDistributionListScreen listId={(await params).listId} />;
}
