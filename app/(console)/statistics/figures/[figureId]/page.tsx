import type { Metadata } from "next";
import { FigureScreen } from "@/components/statistics/figures/figure-screen.tsx";

export const metadata: Metadata = { title: "Dondurulan rakam" };

export default async function FigurePage({ params }: { params: Promise<{ figureId: string }> }) {
  const { figureId } = await params;
  return <FigureScreen figureId={figureId} />;
}
