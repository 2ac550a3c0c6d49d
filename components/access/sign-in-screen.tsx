"use client";
import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { CodeForm } from "@/components/access/code-form.tsx";
import { DemoAccountList } from "@/components/access/demo-account-list.tsx";
import { type Credential, SignInForm } from "@/components/access/sign-in-form.tsx";
import { requestSignIn, requestSignOut } from "@/components/access/sign-in-request.ts";
import { SignInTile } from "@/components/access/sign-in-tile.tsx";
import { BrandMark } from "@/components/shell/brand-mark.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import type { Me } from "@/lib/access/contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";

type Person = { name: string; username: string | null };

export type SignInScreenProps = {
  /** Where to go on; a path of this application. */
  next: string;
  /** Signed in by password already, the code is still missing. */
  waiting: Person | null;
};

export function SignInScreen({ next, waiting }: SignInScreenProps) {
  const [person, setPerson] = useState(waiting);
  const [choice, setChoice] = useState<{ credential: Credential | null; busy: boolean; refusal: string | null; count: number }>(
    nothingChosen,
  );

  // A full load: the pages that follow are rendered for the new session from the start.
  const goOn = () => location.assign(next);

  /** Whoever is without their telephone sees first how many codes are left, and sets up a new one. */
  const verified = (by: "telephone" | "recovery") => (by === "telephone" ? goOn() : location.assign("/access/account"));

  function signedIn(me: Me, username: string) {
    if (me.secondFactor === "pending") setPerson({ name: me.name, username });
    else goOn();
  }

  async function choose(credential: Credential) {
    setChoice(({ count }) => ({ credential, busy: true, refusal: null, count: count + 1 }));
    const answer = await requestSignIn(credential.username, credential.password).catch(() => ({ refusal: errorMessages.unavailable }));
    if ("me" in answer) return signedIn(answer.me, credential.username);
    setChoice(({ count }) => ({ credential, busy: false, refusal: answer.refusal, count: count + 1 }));
  }

  async function startAgain() {
    await requestSignOut().catch(() => undefined);
    setChoice(nothingChosen);
    setPerson(null);
  }

  return (
    <div data-density="comfortable" className="grid min-h-dvh lg:h-dvh lg:grid-cols-[1fr_34rem]">
      <main className="flex flex-col overflow-y-auto bg-surface px-5 py-6 sm:px-16 lg:px-24">
        <div className="flex items-center gap-2">
          <BrandMark size={24} />
          <span className="text-md font-semibold tracking-[-.01em]">İzin Masası</span>
        </div>
        <div className="mx-auto flex w-full max-w-[37rem] flex-1 flex-col justify-center py-8">
          <h1 className="text-2xl font-semibold tracking-[-.018em]">{person ? "Doğrulama kodunu yazın" : "Giriş yapın"}</h1>
          {person ? (
            <CodeForm {...person} onVerified={verified} onOtherAccount={startAgain} />
          ) : (
            <>
              <p className="mt-1 text-base text-ink-2">
                Kurumunuzun verdiği hesapla girin. Oturum 30 dakika işlem yapılmazsa kapanır; yazdıklarınız saklanır.
              </p>
              {next === "/" ? null : (
                <Banner tone="grey" title="Oturumunuz kapalı." className="mt-4">
                  Giriş yaptığınızda kaldığınız sayfaya dönersiniz.
                </Banner>
              )}
              <SignInForm key={choice.count} chosen={choice.credential} busy={choice.busy} refusal={choice.refusal} onSignedIn={signedIn} />
              <DemoAccountList onChoose={choose} />
            </>
          )}
        </div>
        <footer className="text-sm text-ink-3">
          <Link href="/verify" className="inline-flex items-center gap-1.5 hover:text-ink">
            <ShieldCheck size={14} strokeWidth={1.75} aria-hidden="true" />
            Yazı doğrula
          </Link>
        </footer>
      </main>
      <SignInTile />
    </div>
  );
}

const nothingChosen = { credential: null, busy: false, refusal: null, count: 0 };
