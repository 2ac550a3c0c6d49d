import type { Metadata } from "next";
import { AuthoritiesScreen } from "@/components/access/authorities/authorities-screen.tsx";

export const metadata: Metadata = { title: "İmza yetkileri" };

export default function AuthoritiesPage() {
  return <AuthoritiesScreen />;
}
