import type { Metadata } from "next";
import { ReachScreen } from "@/components/circulars/reach/reach-screen.tsx";

export const metadata: Metadata = { title: "Erişim haritası" };

export default function ReachPage() {
  return <ReachScreen />;
}
