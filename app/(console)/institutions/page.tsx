import type { Metadata } from "next";
import { InstitutionsScreen } from "@/components/institutions/institutions-screen.tsx";

export const metadata: Metadata = { title: "Kurumlar" };

export default function InstitutionsPage() {
  return <InstitutionsScreen />;
}
