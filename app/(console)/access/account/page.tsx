import type { Metadata } from "next";
import { AccountScreen } from "@/components/access/account/account-screen.tsx";

export const metadata: Metadata = { title: "Hesabım" };

export default function AccountPage() {
  return <AccountScreen />;
}
