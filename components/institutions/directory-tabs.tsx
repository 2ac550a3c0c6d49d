"use client";
import { useQuery } from "@tanstack/react-query";
import { distributionListQueries, institutionQueries } from "@/components/institutions/institution-queries.ts";
import { TabLinks } from "@/components/ui/tabs.tsx";

/** The directory's pages, with their exact counts. */
export function DirectoryTabs({ current }: { current: "institutions" | "lists" | "reach" }) {
  const institutions = useQuery(institutionQueries.count({}));
  const lists = useQuery(distributionListQueries.all());
  return (
    <TabLinks
      label="Dizin"
      className="px-4 lg:px-5"
      tabs={[
        { href: "/institutions", label: "Kurumlar", count: institutions.data?.total, current: current === "institutions" },
        { href: "/institutions/lists", label: "Dağıtım listeleri", count: lists.data?.lists.length, current: current === "lists" },
        { href: "/institutions/reach", label: "Erişim haritası", current: current === "reach" },
      ]}
    />
  );
}
