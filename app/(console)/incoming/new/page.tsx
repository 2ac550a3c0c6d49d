import type { Metadata } from "next";
import { RegisterLetterScreen } from "@/components/circulars/incoming/register-letter-screen.tsx";

export const metadata: Metadata = { title: "Gelen yazı kaydet" };

export default function RegisterLetterPage() {
  return <RegisterLetterScreen />;
}
