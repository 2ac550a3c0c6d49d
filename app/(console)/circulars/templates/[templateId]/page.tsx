import type { Metadata } from "next";
import { TemplateScreen } from "@/components/circulars/templates/template-screen.tsx";

export const metadata: Metadata = { title: "Yazı şablonu" };

export default async function TemplatePage({ params }: { params: Promise<{ templateId: string }> }) {
  return <TemplateScreen templateId={(await params).templateId} />;
}
