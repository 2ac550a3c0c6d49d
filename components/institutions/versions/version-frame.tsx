"use client";
import type { ReactNode } from "react";
import { versionsHref } from "@/components/institutions/versions/version-words.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Page } from "@/components/ui/page-header.tsx";

export type VersionFrameProps = {
  listId: string;
  listName: string | undefined;
  /** Where in the history this page stands; the history itself has no page above it but the list. */
  place: string;
  title: string;
  isRead: boolean;
  children: ReactNode;
};

/** The history of a list and what is opened from it stand in one place. */
export function VersionFrame({ listId, listName, place, title, isRead, children }: VersionFrameProps) {
  const history = place === "Sürümler" ? [] : [{ label: "Sürümler", href: versionsHref(listId) }];
  return (
    <DensityScope fallback="compact" className="flex-1">
      <Breadcrumbs
        items={[
          { label: "Dağıtım listeleri", href: "/institutions/lists" },
          { label: listName ?? "Liste", href: `/institutions/lists/${listId}` },
          ...history,
          { label: place },
        ]}
      />
      <Page>
        {isRead ? null : <h1 className="sr-only">{title}</h1>}
        {children}
      </Page>
    </DensityScope>
  );
}
