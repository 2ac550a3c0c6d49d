import type { Metadata } from "next";
import { currentMode } from "@/app/session.ts";
import { SetUpScreen } from "@/components/access/set-up/set-up-screen.tsx";

export const metadata: Metadata = {
  title: "Hesap kurulumu",
  robots: { index: false, follow: false, noarchive: true },
  referrer: "no-referrer",
};

export default async function SetUpPage() {
  return <SetUpScreen mode={await currentMode()} />;
}
