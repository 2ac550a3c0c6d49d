import Link from "next/link";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/shell/brand-mark.tsx";

export type PublicTab = { href: string; label: string; current: boolean };
export type PublicFrameProps = {
  title: string;
  tabs?: readonly PublicTab[];
  pagesLabel?: string;
  /** "Gösterim kurulumu, TEST imzalar" */
  note?: ReactNode;
  /** Right end: language choice. */
  aside?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
};

/** Pages for people without an account: no navigation, reading size. */
export function PublicFrame({ title, tabs = [], pagesLabel = "Sayfalar", note, aside, foot, children }: PublicFrameProps) {
  return (
    <div data-density="comfortable" className="flex min-h-dvh flex-col">
      <header data-chrome="" className="border-b border-line bg-surface">
        <div className="mx-auto flex min-h-14 max-w-[69rem] items-center gap-6 px-4 max-sm:gap-4">
          <span className="flex items-center gap-3 text-md font-semibold">
            <BrandMark size={22} />
            <span className={tabs.length > 0 ? "max-sm:sr-only" : ""}>{title}</span>
          </span>
          {tabs.length > 0 ? (
            <nav aria-label={pagesLabel} className="flex gap-5 self-stretch max-sm:gap-4">
              {tabs.map((tab) => (
                <Link
                  key={tab.href}
                  href={tab.href}
                  aria-current={tab.current ? "page" : undefined}
                  className={`-mb-px flex items-center border-b-2 text-base ${tab.current ? "border-accent font-semibold" : "border-transparent text-ink-2"}`}
                >
                  {tab.label}
                </Link>
              ))}
            </nav>
          ) : null}
          <span className="small ml-auto text-right text-ink-3">{note}</span>
          {aside}
        </div>
      </header>
      <main className="mx-auto w-full max-w-[69rem] flex-1 px-4 py-6">{children}</main>
      {foot ? (
        <footer data-chrome="" className="border-t border-line">
          <div className="small mx-auto flex min-h-11 max-w-[69rem] flex-wrap items-center justify-between gap-3 px-4 py-2 text-ink-3">
            {foot}
          </div>
        </footer>
      ) : null}
    </div>
  );
}
