import type { Metadata } from "next";
import { PersonAccessScreen } from "@/components/permits/person-access/person-access-screen.tsx";

export const metadata: Metadata = { title: "Bu kişiyi kim gördü" };

export default function PersonAccessPage() {
  return <PersonAccessScreen />;
}
