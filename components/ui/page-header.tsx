import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names.ts";

export type PageHeaderProps = {
  title: ReactNode;
  tag?: ReactNode;
  /** One line under the title: number · date · due date. */
  meta?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
  className?: string;
};

export function PageHeader({ title, tag, meta, actions, back, className }: PageHeaderProps) {
  return (
    <div className={classNames("flex flex-wrap items-start justify-between gap-x-6 gap-y-3", className)}>
      <div className="min-w-0">
        {back ? <BackLink href={back.href}>{back.label}</BackLink> : null}
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h1 className="h-page">{title}</h1>
          {tag}
        </div>
        {meta ? <div className="small code mt-0.5 text-ink-3">{meta}</div> : null}
      </div>
      {actions ? (
        <div data-chrome="" className="flex flex-wrap items-center gap-2">
          {actions}
        </div>
      ) : null}
    </div>
  );
}

/** On a phone the top bar has this arrow already. */
function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} data-chrome="" className="small mb-2 inline-flex items-center max-lg:hidden gap-1.5 text-ink-2 hover:text-ink">
      <ArrowLeft size={14} strokeWidth={1.75} aria-hidden="true" />
      {children}
    </Link>
  );
}

/** The page's own measure: reading pages 1.184 px, work pages the whole width. */
export function Page({ wide, className, children }: { wide?: boolean; className?: string; children: ReactNode }) {
  return (
    <div className={classNames("w-full px-4 py-5 lg:py-6", wide ? "lg:px-5" : "mx-auto max-w-[77rem] lg:px-8", className)}>{children}</div>
  );
}
