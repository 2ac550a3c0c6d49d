import type { Metadata } from "next";
import { InstitutionImportsScreen } from "@/components/institutions/import/institution-import-screens.tsx";

export const metadata: Metadata = { title: "Dosyadan aktar" };

export default function InstitutionImportsPage() {
  return <InstitutionImportsScreen />;
}
