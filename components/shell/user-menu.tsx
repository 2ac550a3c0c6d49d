"use client";
import { LogOut, UserCog } from "lucide-react";
import { useTheme } from "next-themes";
import { useDensity } from "@/components/shell/density.tsx";
import type { DensityChoice } from "@/components/shell/density-choice.ts";
import type { ShellUser } from "@/components/shell/shell-user.ts";
import { Menu, MenuChoice, MenuItem, MenuLine } from "@/components/ui/menu.tsx";

export type ThemeChoice = "system" | "light" | "dark";

const themes = [
  { value: "system", label: "Cihazdaki gibi" },
  { value: "light", label: "Açık" },
  { value: "dark", label: "Koyu" },
] as const;

const densities = [
  { value: "auto", label: "Sayfaya göre" },
  { value: "compact", label: "Sık" },
  { value: "comfortable", label: "Rahat" },
] as const;

export type UserMenuProps = {
  user: ShellUser;
  /** The page of one's own account. */
  onAccount: () => void;
  onSignOut: () => void;
  /** Keeps the choice with the user; the browser remembers it by itself. */
  onPreferences?: (preferences: { theme: ThemeChoice; density: DensityChoice }) => void;
};

export function UserMenu({ user, onAccount, onSignOut, onPreferences }: UserMenuProps) {
  const { theme, setTheme } = useTheme();
  const { choice, choose } = useDensity();
  const current: ThemeChoice = theme === "light" || theme === "dark" ? theme : "system";
  return (
    <Menu
      label="Kullanıcı"
      trigger={
        <button type="button" className="flex min-h-8 items-center gap-2 rounded-md px-1.5 text-sm hover:bg-hover max-lg:min-h-11">
          <span
            aria-hidden="true"
            className="grid size-6 place-items-center rounded-full bg-accent-soft text-2xs font-semibold text-accent-ink"
          >
            {user.initials}
          </span>
          <span className="text-ink-2 max-lg:sr-only">{user.roleLabel}</span>
          <span className="sr-only">, {user.name}</span>
        </button>
      }
    >
      <div className="px-2 pt-1.5 pb-1">
        <p className="text-sm font-medium">{user.name}</p>
        <p className="cap">{[user.roleLabel, user.provinceLabel].filter(Boolean).join(" · ")}</p>
      </div>
      <MenuLine />
      <MenuChoice
        label="Görünüm"
        value={current}
        options={themes}
        onValueChange={(next) => {
          setTheme(next);
          onPreferences?.({ theme: next, density: choice });
        }}
      />
      <MenuChoice
        label="Yoğunluk"
        value={choice}
        options={densities}
        onValueChange={(next) => {
          choose(next);
          onPreferences?.({ theme: current, density: next });
        }}
      />
      <MenuLine />
      <MenuItem icon={<UserCog size={16} strokeWidth={1.75} aria-hidden="true" />} onSelect={onAccount}>
        Hesabım
      </MenuItem>
      <MenuItem icon={<LogOut size={16} strokeWidth={1.75} aria-hidden="true" />} onSelect={onSignOut}>
        Oturumu kapat
      </MenuItem>
    </Menu>
  );
}
