import type { Metadata } from "next";
import { ListComparisonScreen } from "@/components/institutions/versions/list-comparison-screen.tsx";

export const metadata: Metadata = { title: "Sürümleri karşılaştır" };

export default async function ListComparisonPage({ params }: { params: Promise<{ listId: string }> }) {
  return <ListComparisonScreen listId={(await params).listId} />;
}
