import type { Metadata } from "next";
import { ExploreScreen } from "@/components/statistics/explore/explore-screen.tsx";

export const metadata: Metadata = { title: "İstatistik" };

export default function StatisticsPage() {
  return <ExploreScreen />;
}
