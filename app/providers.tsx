"use client";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { config } from "zod";
import { tr } from "zod/locales";
import { requestSignOut } from "@/components/access/sign-in-request.ts";
import { DensityProvider } from "@/components/shell/density.tsx";
import type { DensityChoice } from "@/components/shell/density-choice.ts";
import { Toaster, toastFailed } from "@/components/ui/toast.tsx";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { errorStatus } from "@/lib/platform/errors.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

// A form tells its mistakes in Turkish before the server is asked.
config(tr());

export type ProvidersProps = { nonce: string | undefined; density: DensityChoice; children: ReactNode };

export function Providers({ nonce: current, density, children }: ProvidersProps) {
  // The document keeps its first nonce; router.refresh() renders the layout with one it would refuse.
  const [nonce] = useState(current);
  if (typeof window !== "undefined" && nonce) setNonce(nonce);
  const [queries] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <ThemeProvider attribute="data-theme" defaultTheme="system" nonce={nonce} disableTransitionOnChange={false}>
        <DensityProvider initial={density}>
          <NuqsAdapter>{children}</NuqsAdapter>
          <Toaster />
        </DensityProvider>
      </ThemeProvider>
    </QueryClientProvider>
  );
}

/** Ends the session on the server, then leaves with a full load so that nothing read stays in memory. */
export async function leave(nextPath = ""): Promise<void> {
  await requestSignOut();
  location.assign(nextPath ? `/sign-in?next=${encodeURIComponent(nextPath)}` : "/sign-in");
}

declare module "@tanstack/react-query" {
  interface Register {
    /** `handlesErrors`: the screen shows the failure itself, beside what caused it. */
    mutationMeta: { handlesErrors?: boolean };
  }
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: signInAgain }),
    mutationCache: new MutationCache({
      onError(error, _variables, _result, mutation) {
        signInAgain(error);
        if (mutation.meta?.handlesErrors) return;
        if (error instanceof ProblemError) toastFailed(error.problem.title, error.requestId);
        else toastFailed(errorMessages.internal);
      },
    }),
    defaultOptions: { queries: { staleTime: 10_000, retry: (count, error) => count < 1 && !isRefusal(error), refetchOnWindowFocus: true } },
  });
}

/** A refusal stays one however often it is asked; only a fault may pass. */
function isRefusal(error: Error): boolean {
  return error instanceof ProblemError && errorStatus[error.code] < 500;
}

function signInAgain(error: Error): void {
  if (!(error instanceof ProblemError) || error.code !== "unauthenticated") return;
  const { pathname, search } = location;
  if (!pathname.startsWith("/sign-in")) location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
