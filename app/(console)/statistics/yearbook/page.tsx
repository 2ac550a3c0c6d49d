import type { Metadata } from "next";
import { YearbookScreen } from "@/components/statistics/yearbook/yearbook-screen.tsx";

export const metadata: Metadata = { title: "Yıllık tablolar" };

export default function YearbookPage() {
  return <YearbookScreen />;
}
