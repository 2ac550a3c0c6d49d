import type { Metadata } from "next";
import { ManifestScreen } from "@/components/cards/production/manifest/manifest-screen.tsx";

export const metadata: Metadata = { title: "PTT teslim listesi" };

export default async function ManifestPage({ params }: { params: Promise<{ manifestId: string }> }) {
  return <ManifestScreen manifestId={(await params).manifestId} />;
}
