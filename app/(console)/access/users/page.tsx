import type { Metadata } from "next";
import { UsersScreen } from "@/components/access/users/users-screen.tsx";

export const metadata: Metadata = { title: "Kullanıcılar" };

export default function UsersPage() {
  return <UsersScreen />;
}
