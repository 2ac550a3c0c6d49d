import type { Metadata } from "next";
import { AmendUnitScreen } from "@/components/access/units/unit-screens.tsx";

export const metadata: Metadata = { title: "Birim" };

export default async function AmendUnitPage({ params }: { params: Promise<{ unitId: string }> }) {
  return <AmendUnitScreen unitId={(await params).unitId} />;
}
