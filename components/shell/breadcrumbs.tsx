"use client";
import { ArrowLeft, ChevronRight, Menu } from "lucide-react";
import Link from "next/link";
import { createContext, useContext } from "react";
import { createPortal } from "react-dom";
import { IconButton } from "@/components/ui/button.tsx";

export type Crumb = { label: string; href?: string };

/** Where the top bar wants the page's place shown; the page knows it, the bar draws it. */
export const CrumbSlot = createContext<{ slot: HTMLElement | null; openMenu: () => void }>({ slot: null, openMenu: () => undefined });

/** Put one on each page. On a phone it is the page's name with a way back (or the menu, on a first page). */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const { slot, openMenu } = useContext(CrumbSlot);
  if (!slot) return null;
  const last = items.at(-1);
  const parent = items.slice(0, -1).findLast((crumb) => crumb.href !== undefined);
  return createPortal(
    <>
      <nav aria-label="Konum" className="hidden min-w-0 lg:block">
        <ol className="flex min-w-0 items-center gap-1.5 text-sm text-ink-3">
          {items.map((crumb, index) => (
            <li
              key={crumb.label}
              className={index === items.length - 1 ? "flex min-w-0 items-center gap-1.5" : "flex shrink-0 items-center gap-1.5"}
            >
              {index > 0 ? <ChevronRight size={12} strokeWidth={1.75} aria-hidden="true" className="text-ink-off" /> : null}
              <CrumbText crumb={crumb} current={crumb === last} />
            </li>
          ))}
        </ol>
      </nav>
      <div className="flex min-w-0 items-center gap-1 lg:hidden">
        {parent?.href ? (
          <Link href={parent.href} aria-label={`Geri: ${parent.label}`} className="ibtn">
            <ArrowLeft size={20} strokeWidth={1.75} aria-hidden="true" />
          </Link>
        ) : (
          <IconButton label="Menüyü aç" onClick={openMenu}>
            <Menu size={20} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
        )}
        <span className="cut text-md font-semibold">{last?.label}</span>
      </div>
    </>,
    slot,
  );
}

function CrumbText({ crumb, current }: { crumb: Crumb; current: boolean }) {
  if (current) {
    return (
      <span aria-current="page" title={crumb.label} className="cut font-medium text-ink">
        {crumb.label}
      </span>
    );
  }
  return crumb.href ? (
    <Link href={crumb.href} className="hover:text-ink hover:underline">
      {crumb.label}
    </Link>
  ) : (
    <span>{crumb.label}</span>
  );
}
