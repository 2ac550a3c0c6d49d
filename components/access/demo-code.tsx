"use client";
import { useQuery } from "@tanstack/react-query";
import { demoAccountsQuery } from "@/components/access/access-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import type { listDemoAccounts } from "@/lib/access/contract.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";

type DemoAccount = OutputOf<typeof listDemoAccounts>["accounts"][number];

/** In the demo nobody has the other person's telephone: their code stands beside the field that asks for it. */
export function DemoCode({ isAsked, onFill }: { isAsked: (account: DemoAccount) => boolean; onFill: (code: string) => void }) {
  const { data } = useQuery({ ...demoAccountsQuery(), refetchInterval: 10_000 });
  const code = data?.accounts.find(isAsked)?.code;
  if (!code) return null;
  return (
    <p className="small mt-3 flex flex-wrap items-center gap-3 text-ink-2">
      <span>
        Gösterim kodu: <b className="num font-semibold text-ink">{code.value}</b>
      </span>
      <Button size="sm" onClick={() => onFill(code.value)}>
        Kodu alana yaz
      </Button>
    </p>
  );
}
