import type { Metadata } from "next";
import { TransitionScreen } from "@/components/cards/transition/transition-screen.tsx";

export const metadata: Metadata = { title: "Tasarım geçişi" };

export default function TransitionPage() {
  return <TransitionScreen />;
}
