import type { Metadata } from "next";
import { ProposalsScreen } from "@/components/permits/proposals/proposals-screen.tsx";

export const metadata: Metadata = { title: "Onay bekleyenler" };

export default function ProposalsPage() {
  return <ProposalsScreen />;
}
