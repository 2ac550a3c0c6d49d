/** What the shell shows about who is signed in. */
export type ShellUser = {
  name: string;
  roleLabel: string;
  /** Null for those who see the country. */
  provinceLabel: string | null;
  initials: string;
};

export type NavItem = {
  id: string;
  href: string;
  label: string;
  icon: React.ComponentType<{ size?: number; strokeWidth?: number; "aria-hidden"?: "true" }>;
  /** Shorter, for the phone's bottom bar. */
  shortLabel?: string;
};

/** The first group has no title. */
export type NavGroup = { title?: string; items: readonly NavItem[] };

/** How many wait behind each nav item, by its id. */
export type NavCounts = Readonly<Record<string, number>>;

export type ShellHealth = { tone: "green" | "amber" | "red"; text: string };

/** The first letters of the first and last name, as in "İM". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "");
  return letters.join("").toLocaleUpperCase("tr");
}
