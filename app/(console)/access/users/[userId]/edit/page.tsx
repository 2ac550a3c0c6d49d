import type { Metadata } from "next";
import { AmendUserScreen } from "@/components/access/users/user-form-screens.tsx";

export const metadata: Metadata = { title: "Yetkiyi değiştir" };

export default async function AmendUserPage({ params }: { params: Promise<{ userId: string }> }) {
  return <AmendUserScreen userId={(await params).userId} />;
}
