import type { ReactNode } from "react";
import type { Language } from "@/components/circulars/verification/public-language.tsx";
import { PublicFrame } from "@/components/shell/public-frame.tsx";

export type PublicPageProps = {
  title: string;
  language: Language;
  /** "Gösterim kurulumu, TEST imzalar"; empty in production. */
  note: string;
  aside: ReactNode;
  foot: string;
  children: ReactNode;
};

/** A page without a session. The document is Turkish; an English page says so for screen readers. */
export function PublicPage({ title, language, note, aside, foot, children }: PublicPageProps) {
  return (
    <div lang={language}>
      <PublicFrame
        title={title}
        note={<span className="max-sm:hidden">{note}</span>}
        aside={aside}
        foot={
          <>
            <span>{foot}</span>
            <span className="sm:hidden">{note}</span>
          </>
        }
      >
        {children}
      </PublicFrame>
    </div>
  );
}
