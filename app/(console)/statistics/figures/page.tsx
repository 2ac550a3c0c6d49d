import type { Metadata } from "next";
import { FiguresScreen } from "@/components/statistics/figures/figures-screen.tsx";

export const metadata: Metadata = { title: "Dondurulan rakamlar" };

export default function FiguresPage() {
  return <FiguresScreen />;
}
