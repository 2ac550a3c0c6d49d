"use client";
import { useQuery } from "@tanstack/react-query";
import { sessionQueries } from "@/components/access/access-queries.ts";
import type { Permission } from "@/lib/access/policy.ts";

/** Whether the signed-in person may do something at all; a single record says more in its `allowedActions`. */
export function useMay(): (permission: Permission) => boolean {
  const { data: me } = useQuery({ ...sessionQueries.me(), staleTime: Number.POSITIVE_INFINITY });
  return (permission) => me?.permissions.includes(permission) ?? false;
}
