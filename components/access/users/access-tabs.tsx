"use client";
import { TabLinks } from "@/components/ui/tabs.tsx";

/** Who may enter, and where they belong. */
export function AccessTabs({ current }: { current: "users" | "units" }) {
  return (
    <TabLinks
      label="Erişim"
      className="px-4 lg:px-5"
      tabs={[
        { href: "/access/users", label: "Kullanıcılar", current: current === "users" },
        { href: "/access/units", label: "Birimler", current: current === "units" },
      ]}
    />
  );
}
