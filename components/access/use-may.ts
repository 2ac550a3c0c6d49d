"use client";
import { createContext, use } from "react";
import type { Permission } from "@/lib/access/policy.ts";

/** What the signed-in person may do, kept up to date by the console's frame; a page of hundreds of links asks once a link. */
export const PermissionsContext = createContext<readonly Permission[]>([]);

/** Whether the signed-in person may do something at all; a single record says more in its `allowedActions`. */
export function useMay(): (permission: Permission) => boolean {
  const permissions = use(PermissionsContext);
  return (permission) => permissions.includes(permission);
}
