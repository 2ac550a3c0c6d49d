import type { Metadata } from "next";
import { ListVersionScreen } from "@/components/institutions/versions/list-version-screen.tsx";

export const metadata: Metadata = { title: "Listenin eski sürümü" };

export default async function ListVersionPage({ params }: { params: Promise<{ listId: string; listVersion: string }> }) {
  const { listId, listVersion } = await params;
  return <ListVersionScreen listId={listId} listVersion={Number(listVersion)} />;
}
