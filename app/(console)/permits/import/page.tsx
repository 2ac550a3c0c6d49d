import type { Metadata } from "next";
import { PermitImportsScreen } from "@/components/permits/import/permit-import-screens.tsx";

export const metadata: Metadata = { title: "Dosyadan aktar" };

export default function PermitImportsPage() {
  return <PermitImportsScreen />;
}
