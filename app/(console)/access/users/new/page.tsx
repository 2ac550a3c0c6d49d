import type { Metadata } from "next";
import { CreateUserScreen } from "@/components/access/users/user-form-screens.tsx";

export const metadata: Metadata = { title: "Yeni kullanıcı" };

export default function CreateUserPage() {
  return <CreateUserScreen />;
}
