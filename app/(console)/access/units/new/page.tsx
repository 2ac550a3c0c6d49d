import type { Metadata } from "next";
import { RegisterUnitScreen } from "@/components/access/units/unit-screens.tsx";

export const metadata: Metadata = { title: "Yeni birim" };

export default function RegisterUnitPage() {
  return <RegisterUnitScreen />;
}
