"use client";
import { usePathname } from "next/navigation";
import { BrandMark } from "@/components/shell/brand-mark.tsx";
import type { NavCounts, NavGroup, NavItem, ShellHealth } from "@/components/shell/shell-user.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { NearLink } from "@/components/ui/near-link.tsx";
import { toneFill } from "@/components/ui/tone.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type SideNavProps = {
  brand: string;
  groups: readonly NavGroup[];
  counts: NavCounts;
  health: ShellHealth | null;
  /** "Gösterim · veriler sentetik"; null where the installation is the real one. */
  modeNote: string | null;
  onNavigate?: () => void;
};

export function SideNav({ brand, groups, counts, health, modeNote, onNavigate }: SideNavProps) {
  const here = currentPlace(
    usePathname(),
    groups.flatMap((group) => group.items),
  );
  return (
    <div className="flex h-full flex-col">
      <NearLink href="/" onClick={onNavigate} className="flex h-[var(--top-h)] shrink-0 items-center gap-2 px-4">
        <BrandMark />
        <span className="text-base font-semibold tracking-[-.01em]">{brand}</span>
      </NearLink>
      <nav aria-label="Ana gezinme" className="flex-1 overflow-y-auto px-2 pt-2">
        {groups.map((group) => (
          <div key={group.title ?? ""}>
            {group.title ? <p className="px-2 pt-4 pb-1 text-xs font-medium text-ink-3">{group.title}</p> : null}
            <ul>
              {group.items.map((item) => (
                <li key={item.id}>
                  <NavLink item={item} count={counts[item.id] ?? 0} current={item === here} onNavigate={onNavigate} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="space-y-1 border-t border-line px-4 py-3 text-xs text-ink-3">
        {health ? (
          <p className="flex items-center gap-2 text-ink-2">
            <span aria-hidden="true" className={classNames("size-1.5 rounded-full", toneFill[health.tone])} />
            {health.text}
          </p>
        ) : null}
        {modeNote ? <p>{modeNote}</p> : null}
      </div>
    </div>
  );
}

/** The place one is in: of those whose address the path begins with, the nearest. */
export function currentPlace(pathname: string, items: readonly NavItem[]): NavItem | undefined {
  const holds = ({ href }: NavItem) => (href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`));
  return items.filter(holds).toSorted((a, b) => b.href.length - a.href.length)[0];
}

type NavLinkProps = { item: NavItem; count: number; current: boolean; onNavigate?: () => void };

function NavLink({ item, count, current, onNavigate }: NavLinkProps) {
  return (
    <NearLink href={item.href} className="ni" aria-current={current ? "page" : undefined} onClick={onNavigate}>
      <item.icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className="flex-1">{item.label}</span>
      {count > 0 ? (
        <span className={classNames("num text-xs", current ? "text-ink" : "text-ink-3")}>
          {formatNumber(count)}
          <span className="sr-only"> bekliyor</span>
        </span>
      ) : null}
    </NearLink>
  );
}
