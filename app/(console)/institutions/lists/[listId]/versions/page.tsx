import type { Metadata } from "next";
import { ListVersionsScreen } from "@/components/institutions/versions/list-versions-screen.tsx";

export const metadata: Metadata = { title: "Listenin sürümleri" };

export default async function ListVersionsPage({ params }: { params: Promise<{ listId: string }> }) {
  return <ListVersionsScreen listId={(await params).listId} />;
}
