import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = {
  title: { absolute: "Doğrulama · İzin Masası" },
  robots: { index: false, follow: false, noarchive: true },
  referrer: "no-referrer",
};

/** No session and no shell: who comes here holds a letter or a link. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return children;
}
