import type { Metadata } from "next";
import { PermitsScreen } from "@/components/permits/list/permits-screen.tsx";

export const metadata: Metadata = { title: "İzin kayıtları" };

export default function PermitsPage() {
  return <PermitsScreen />;
}
