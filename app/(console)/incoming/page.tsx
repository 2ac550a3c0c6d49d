import type { Metadata } from "next";
import { IncomingScreen } from "@/components/circulars/incoming/incoming-screen.tsx";

export const metadata: Metadata = { title: "Gelen yazılar" };

export default function IncomingPage() {
  return <IncomingScreen />;
}
