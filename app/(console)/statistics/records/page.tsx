import type { Metadata } from "next";
import { RecordsScreen } from "@/components/statistics/records/records-screen.tsx";

export const metadata: Metadata = { title: "Rakamın kayıtları" };

export default function CountedRecordsPage() {
  return <RecordsScreen />;
}
