import type { Metadata } from "next";
import { AmendTemplateScreen } from "@/components/circulars/templates/amend-template-screen.tsx";

export const metadata: Metadata = { title: "Şablonun yeni sürümü" };

export default async function AmendTemplatePage({ params }: { params: Promise<{ templateId: string }> }) {
  return <AmendTemplateScreen templateId={(await params).templateId} />;
}
