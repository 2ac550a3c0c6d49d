import type { Metadata } from "next";
import { CircularsScreen } from "@/components/circulars/list/circulars-screen.tsx";

export const metadata: Metadata = { title: "Dağıtımlı yazılar" };

export default function CircularsPage() {
  return <CircularsScreen />;
}
