"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight, Info } from "lucide-react";
import { demoAccountsQuery } from "@/components/access/access-queries.ts";
import { roleDuties } from "@/components/access/labels.ts";
import type { Credential } from "@/components/access/sign-in-form.tsx";

/** Only the demo answers with accounts; elsewhere nothing is shown. */
export function DemoAccountList({ onChoose }: { onChoose: (credential: Credential) => void }) {
  const { data } = useQuery(demoAccountsQuery());
  if (!data?.password || data.accounts.length === 0) return null;
  const { password } = data;
  return (
    <section aria-labelledby="demo-accounts" className="mt-9">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="demo-accounts" className="h-sec">
          Gösterim hesapları
        </h2>
        <span className="cap">Tıklayınca parola sorulmadan girilir</span>
      </div>
      <ul className="mt-2 divide-y divide-line overflow-hidden rounded-lg border border-line">
        {data.accounts.map((account) => (
          <li key={account.username}>
            <button
              type="button"
              onClick={() => onChoose({ username: account.username, password })}
              className="group flex min-h-10 w-full items-center gap-4 px-3 py-1.5 text-left text-base -outline-offset-2 hover:bg-hover max-lg:min-h-11"
            >
              <span className="w-[9.5rem] shrink-0 font-medium">{account.roleLabel}</span>
              <span className="w-[7.5rem] shrink-0 text-sm text-ink-3 max-sm:hidden">
                {account.provincial ? "Aksaray" : "Genel Müdürlük"}
              </span>
              <span className="min-w-0 flex-1 text-sm text-ink-2">{roleDuties[account.role]}</span>
              <ArrowRight size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-ink-off group-hover:text-accent" />
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-3 flex items-start gap-2 text-sm text-ink-3">
        <Info size={16} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0" />
        <span>
          Bu bir gösterim kurulumudur. Kişiler ve kayıtlar sentetiktir, imzalar TEST damgası taşır, hiçbir yazı gerçek bir kuruma ulaşmaz.
        </span>
      </p>
    </section>
  );
}
