import type { Metadata } from "next";
import { DistributionListScreen } from "@/components/institutions/distribution-list-screen.tsx";

export const metadata: Metadata = { title: "Dağıtım listesi" };

export default async function DistributionListPage({ params }: { params: Promise<{ listId: string }> }) {
  return <DistributionListScreen listId={(await params).listId} />;
}
