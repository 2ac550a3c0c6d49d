import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { ConsoleFrame } from "@/app/(console)/console-frame.tsx";
import { currentMe } from "@/app/session.ts";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const me = await currentMe();
  if (!me || me.secondFactor === "pending") {
    const wanted = (await headers()).get("x-path") ?? "/";
    redirect(wanted === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(wanted)}`);
  }
  return <ConsoleFrame me={me}>{children}</ConsoleFrame>;
}
