import type { Metadata } from "next";
import { DistributionListsScreen } from "@/components/institutions/distribution-lists-screen.tsx";

export const metadata: Metadata = { title: "Dağıtım listeleri" };

export default function DistributionListsPage() {
  return <DistributionListsScreen />;
}
