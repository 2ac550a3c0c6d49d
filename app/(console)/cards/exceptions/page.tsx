import type { Metadata } from "next";
import { ExceptionsScreen } from "@/components/cards/exceptions/exceptions-screen.tsx";

export const metadata: Metadata = { title: "Kart istisnaları" };

export default function CardExceptionsPage() {
  return <ExceptionsScreen />;
}
