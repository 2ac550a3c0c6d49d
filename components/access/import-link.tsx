"use client";
import { FileInput } from "lucide-react";
import { useMay } from "@/components/access/use-may.ts";
import { ButtonLink } from "@/components/ui/button.tsx";
import type { Permission } from "@/lib/access/policy.ts";

/** The way to an import, for whoever may. */
export function ImportLink({ permission, href }: { permission: Permission; href: string }) {
  if (!useMay()(permission)) return null;
  return (
    <ButtonLink href={href} icon={<FileInput size={16} strokeWidth={1.75} aria-hidden="true" />}>
      İçe aktar
    </ButtonLink>
  );
}
