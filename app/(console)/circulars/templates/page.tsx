import type { Metadata } from "next";
import { TemplatesScreen } from "@/components/circulars/templates/templates-screen.tsx";

export const metadata: Metadata = { title: "Yazı şablonları" };

export default function TemplatesPage() {
  return <TemplatesScreen />;
}
