import type { Metadata } from "next";
import { NewTemplateScreen } from "@/components/circulars/templates/new-template-screen.tsx";

export const metadata: Metadata = { title: "Yeni şablon" };

export default function NewTemplatePage() {
  return <NewTemplateScreen />;
}
