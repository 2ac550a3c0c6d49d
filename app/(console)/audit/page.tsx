import type { Metadata } from "next";
import { AuditScreen } from "@/components/audit/audit-screen.tsx";

export const metadata: Metadata = { title: "Denetim kaydı" };

export default function AuditPage() {
  return <AuditScreen />;
}
