"use client";
import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import type { NavItem } from "@/components/shell/shell-user.ts";
import { currentPlace } from "@/components/shell/side-nav.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { NearLink } from "@/components/ui/near-link.tsx";

const cell = "flex h-14 flex-1 flex-col items-center justify-center gap-1 text-2xs";

/** Three places and the menu; goes away while a page shows its act bar. */
export function BottomBar({ items, onMenu }: { items: readonly NavItem[]; onMenu: () => void }) {
  const here = currentPlace(usePathname(), items);
  return (
    <nav
      data-chrome=""
      aria-label="Hızlı gezinme"
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface group-has-[[data-act-bar]]/shell:hidden lg:hidden"
    >
      {items.slice(0, 3).map((item) => {
        const current = item === here;
        return (
          <NearLink
            key={item.id}
            href={item.href}
            aria-current={current ? "page" : undefined}
            className={classNames(cell, current ? "font-semibold text-accent" : "text-ink-2")}
          >
            <item.icon size={20} strokeWidth={1.75} aria-hidden="true" />
            {item.shortLabel ?? item.label}
          </NearLink>
        );
      })}
      <button type="button" onClick={onMenu} className={classNames(cell, "text-ink-2")}>
        <Ellipsis size={20} strokeWidth={1.75} aria-hidden="true" />
        Diğer
      </button>
    </nav>
  );
}
