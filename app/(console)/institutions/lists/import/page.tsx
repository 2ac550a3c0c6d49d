import type { Metadata } from "next";
import { ListImportsScreen } from "@/components/institutions/import/list-import-screens.tsx";

export const metadata: Metadata = { title: "Dosyadan aktar" };

export default function ListImportsPage() {
  return <ListImportsScreen />;
}
