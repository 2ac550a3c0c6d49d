import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentSession } from "@/app/session.ts";
import { SignInScreen } from "@/components/access/sign-in-screen.tsx";
import { safeNext } from "@/lib/access/session.ts";

export const metadata: Metadata = { title: "Giriş" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: wanted } = await searchParams;
  const next = safeNext(Array.isArray(wanted) ? wanted[0] : wanted);
  const session = await currentSession();
  if (session && session.secondFactor !== "pending") redirect(next);
  const waiting = session && { name: session.actor.name, username: session.username };
  return <SignInScreen next={next} waiting={waiting} />;
}
