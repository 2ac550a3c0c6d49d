"use client";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { sessionQueries } from "@/components/access/access-queries.ts";

/** Only a demo has one: where the institutions' mail can be read, or one institution's when its address is given. */
export function MailboxLink({ address }: { address?: string | null }) {
  const { data: me } = useQuery({ ...sessionQueries.me(), staleTime: Number.POSITIVE_INFINITY });
  if (!me?.mailboxUrl) return null;
  const href = address ? `${me.mailboxUrl}?to=${encodeURIComponent(address)}` : me.mailboxUrl;
  return (
    <a href={href} target="_blank" rel="noreferrer" className="link inline-flex items-center gap-1.5">
      <ExternalLink size={14} strokeWidth={1.75} aria-hidden="true" />
      {address ? "Kurumun posta kutusu (sınama)" : "Kurumların posta kutuları (sınama)"}
      <span className="sr-only">, yeni sekmede açılır</span>
    </a>
  );
}
