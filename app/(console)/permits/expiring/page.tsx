import type { Metadata } from "next";
import { RadarScreen } from "@/components/permits/radar/radar-screen.tsx";

export const metadata: Metadata = { title: "Süresi dolacaklar" };

export default function ExpiringPermitsPage() {
  return <RadarScreen />;
}
