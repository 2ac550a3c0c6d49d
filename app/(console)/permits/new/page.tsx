import type { Metadata } from "next";
import { RegisterPermitScreen } from "@/components/permits/forms/register-screen.tsx";

export const metadata: Metadata = { title: "Yeni izin kaydı" };

export default function RegisterPermitPage() {
  return <RegisterPermitScreen />;
}
