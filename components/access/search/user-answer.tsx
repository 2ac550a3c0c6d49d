"use client";
import { useQuery } from "@tanstack/react-query";
import { UserRound } from "lucide-react";
import { roleLabels } from "@/components/access/labels.ts";
import { useMay } from "@/components/access/use-may.ts";
import { userQueries } from "@/components/access/users/user-queries.ts";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import type { PaletteAnswer, PaletteItem } from "@/components/shell/palette/palette-item.ts";
import type { UserRow } from "@/lib/access/users-contract.ts";

const SHORTEST = 2;
const most = 6;

/** What the palette finds among accounts, for whoever keeps them. */
export function useUserAnswer(typed: string): PaletteAnswer {
  const isAsked = useMay()("user:read") && typed.length >= SHORTEST;
  const settled = useSettled(typed, 120);
  const query = useQuery({ ...userQueries.list({ q: settled.slice(0, 100) }), enabled: isAsked && settled.length >= SHORTEST });
  if (!isAsked) return { items: [], isLoading: false, hasFailed: false };
  return {
    items: (query.data?.users ?? []).slice(0, most).map(userItem),
    isLoading: settled !== typed || query.isFetching,
    hasFailed: query.isError,
  };
}

function userItem({ id, name, username, role, unitName }: UserRow): PaletteItem {
  return {
    id,
    group: "Kullanıcılar",
    icon: <UserRound size={16} strokeWidth={1.75} aria-hidden="true" />,
    text: `${name}, ${username}`,
    shown: (
      <>
        <span className="font-medium">{name}</span> <span className="text-ink-2">{username}</span>
      </>
    ),
    hint: `${roleLabels[role]} · ${unitName}`,
    href: `/access/users/${id}`,
  };
}
