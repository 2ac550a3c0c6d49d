import type { Metadata } from "next";
import { UnitsScreen } from "@/components/access/units/units-screen.tsx";

export const metadata: Metadata = { title: "Birimler" };

export default function UnitsPage() {
  return <UnitsScreen />;
}
