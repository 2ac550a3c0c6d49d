import type { Metadata } from "next";
import { UserScreen } from "@/components/access/users/user-screen.tsx";

export const metadata: Metadata = { title: "Kullanıcı" };

export default async function UserPage({ params }: { params: Promise<{ userId: string }> }) {
  return <UserScreen userId={(await params).userId} />;
}
