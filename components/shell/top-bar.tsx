"use client";
import { CircleHelp, MapPin } from "lucide-react";
import Link from "next/link";
import type { ReactNode, Ref } from "react";
import type { ShellUser } from "@/components/shell/shell-user.ts";
import { UserMenu, type UserMenuProps } from "@/components/shell/user-menu.tsx";

export type TopBarProps = Omit<UserMenuProps, "user"> & {
  user: ShellUser | null;
  /** What the signed-in person sees: their province, or the country. */
  scopeLabel: string | null;
  helpHref?: string;
  /** The way into the palette. */
  search?: ReactNode;
  crumbs: Ref<HTMLDivElement>;
};

export function TopBar({ user, scopeLabel, helpHref, search, crumbs, ...menu }: TopBarProps) {
  return (
    <header
      data-chrome=""
      className="sticky top-0 z-30 flex h-[var(--top-h)] shrink-0 items-center gap-2 border-b border-line bg-surface px-1 lg:gap-4 lg:px-5"
    >
      <div ref={crumbs} className="min-w-0 flex-1" />
      {search}
      {scopeLabel ? (
        <span className="hidden items-center gap-1.5 text-sm text-ink-2 lg:flex">
          <MapPin size={14} strokeWidth={1.75} aria-hidden="true" />
          <span className="sr-only">Görülen kayıtlar: </span>
          {scopeLabel}
        </span>
      ) : null}
      {helpHref ? (
        <>
          <span aria-hidden="true" className="hidden h-4 w-px bg-line lg:block" />
          <Link href={helpHref} aria-label="Yardım" title="Yardım" className="ibtn ibtn-sm max-lg:hidden">
            <CircleHelp size={16} strokeWidth={1.75} aria-hidden="true" />
          </Link>
        </>
      ) : null}
      {user ? <UserMenu user={user} {...menu} /> : <span className="size-6" />}
    </header>
  );
}
