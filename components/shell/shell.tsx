"use client";
import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { BottomBar } from "@/components/shell/bottom-bar.tsx";
import { CrumbSlot } from "@/components/shell/breadcrumbs.tsx";
import { useReturnFocus } from "@/components/shell/return-focus.ts";
import type { NavItem } from "@/components/shell/shell-user.ts";
import { SideNav, type SideNavProps } from "@/components/shell/side-nav.tsx";
import { TopBar, type TopBarProps } from "@/components/shell/top-bar.tsx";
import { IconButton } from "@/components/ui/button.tsx";

export type ShellProps = Omit<SideNavProps, "onNavigate"> &
  Omit<TopBarProps, "crumbs"> & {
    /** At most three; the fourth place of the phone's bar is the menu. */
    bottomItems: readonly NavItem[];
    /** Above everything: an outage, a training installation. */
    banner?: ReactNode;
    children: ReactNode;
  };

export function Shell({ brand, groups, counts, health, modeNote, bottomItems, banner, children, ...topBar }: ShellProps) {
  useReturnFocus();
  const [slot, setSlot] = useState<HTMLDivElement | null>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const nav = { brand, groups, counts, health, modeNote };
  return (
    <CrumbSlot value={{ slot, openMenu: () => setMenuOpen(true) }}>
      <a href="#content" className="btn btn-primary fixed top-2 left-2 z-50 not-focus:sr-only">
        İçeriğe geç
      </a>
      <div className="group/shell flex min-h-dvh">
        <aside
          data-chrome=""
          data-density="compact"
          aria-label="Gezinme"
          className="sticky top-0 hidden h-dvh w-[var(--nav-w)] shrink-0 border-r border-line bg-canvas lg:block"
        >
          <SideNav {...nav} />
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar {...topBar} crumbs={setSlot} />
          {banner}
          <main
            id="content"
            tabIndex={-1}
            className="flex flex-1 flex-col pb-14 outline-none group-has-[[data-act-bar]]/shell:pb-0 lg:pb-0"
          >
            {children}
          </main>
        </div>
        <BottomBar items={bottomItems} onMenu={() => setMenuOpen(true)} />
      </div>
      <PhoneMenu open={menuOpen} onOpenChange={setMenuOpen}>
        <SideNav {...nav} onNavigate={() => setMenuOpen(false)} />
      </PhoneMenu>
    </CrumbSlot>
  );
}

function PhoneMenu({ open, onOpenChange, children }: { open: boolean; onOpenChange: (open: boolean) => void; children: ReactNode }) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 w-72 max-w-[85vw] border-r border-line bg-canvas shadow-overlay"
        >
          <Dialog.Title className="sr-only">Menü</Dialog.Title>
          <Dialog.Close asChild>
            <IconButton label="Menüyü kapat" className="absolute top-0.5 right-1">
              <X size={20} strokeWidth={1.75} aria-hidden="true" />
            </IconButton>
          </Dialog.Close>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** A list with a drawer beside it: the drawer pushes, the list gives way. */
export function WithDrawer({ drawer, children }: { drawer: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-1 bg-surface">
      <div className="min-w-0 flex-1">{children}</div>
      {drawer}
    </div>
  );
}
