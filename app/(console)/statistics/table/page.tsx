import type { Metadata } from "next";
import { TableScreen } from "@/components/statistics/table/table-screen.tsx";

export const metadata: Metadata = { title: "İstatistik tablosu" };

export default function StatisticsTablePage() {
  return <TableScreen />;
}
