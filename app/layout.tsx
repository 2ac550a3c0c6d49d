import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/app/providers.tsx";
import { densityChoiceOf, densityCookie } from "@/components/shell/density-choice.ts";

export const metadata: Metadata = {
  title: { default: "İzin Masası", template: "%s · İzin Masası" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f8f9" },
    { media: "(prefers-color-scheme: dark)", color: "#0d1217" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const density = densityChoiceOf((await cookies()).get(densityCookie)?.value);
  return (
    <html lang="tr" data-density={density === "auto" ? undefined : density} suppressHydrationWarning>
      <body>
        <Providers nonce={nonce} density={density}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
