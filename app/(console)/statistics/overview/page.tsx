import type { Metadata } from "next";
import { MinistryHomeScreen } from "@/components/statistics/ministry/ministry-home-screen.tsx";

export const metadata: Metadata = { title: "Bakanlık özeti" };

export default function MinistryHomePage() {
  return <MinistryHomeScreen />;
}
