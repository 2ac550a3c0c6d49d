import type { Metadata } from "next";
import { ImportsScreen } from "@/components/permits/import/imports-screen.tsx";

export const metadata: Metadata = { title: "Dosyadan aktar" };

export default function ImportsPage() {
  return <ImportsScreen />;
}
