import type { ReactNode } from "react";
import { PublicFrame, type PublicTab } from "@/components/shell/public-frame.tsx";
import type { Language } from "@/components/shell/public-language.tsx";

export type PublicPageProps = {
  title: string;
  language: Language;
  /** "Gösterim kurulumu, TEST imzalar"; empty in production. */
  note: string;
  tabs?: readonly PublicTab[];
  aside: ReactNode;
  foot: string;
  children: ReactNode;
};

/** A page without a session. The document is Turkish; an English page says so for screen readers. */
export function PublicPage({ title, language, note, tabs, aside, foot, children }: PublicPageProps) {
  return (
    <div lang={language}>
      <PublicFrame
        title={title}
        tabs={tabs ?? []}
        pagesLabel={language === "en" ? "Pages" : "Sayfalar"}
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
