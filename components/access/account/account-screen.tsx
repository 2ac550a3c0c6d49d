"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { accountQuery, useEndOtherSessions } from "@/components/access/account/account-queries.ts";
import { EnrolDialog } from "@/components/access/account/enrol-dialog.tsx";
import { PasswordPanel } from "@/components/access/account/password-panel.tsx";
import { RenewCodesDialog } from "@/components/access/account/renew-codes-dialog.tsx";
import { roleLabels } from "@/components/access/labels.ts";
import { SessionList } from "@/components/access/users/session-list.tsx";
import { placeName } from "@/components/access/users/user-filter-bar.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { Account } from "@/lib/access/account-contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

/** "Hesabım": password, second step, and where one is signed in. */
export function AccountScreen() {
  const query = useQuery(accountQuery());
  return (
    <DensityScope fallback="comfortable" className="flex-1">
      <Breadcrumbs items={[{ label: "Hesabım" }]} />
      <Page>
        <PageHeader title="Hesabım" meta="Ad, unvan, rol ve birimi sistem yöneticisi değiştirir." />
        <LoadState query={query} what="Hesap">
          {(account) => (
            <div className="mt-5 grid items-start gap-4 lg:grid-cols-2">
              <div className="grid gap-4">
                <Panel title="Künye">
                  <SummaryList items={factsOf(account)} />
                </Panel>
                <PasswordPanel changedAt={account.passwordAt} />
              </div>
              <div className="grid gap-4">
                <SecondFactorPanel secondFactor={account.secondFactor} />
                <SessionsPanel account={account} />
              </div>
            </div>
          )}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

const factsOf = (account: Account) => [
  { label: "Adı soyadı", value: account.name },
  { label: "Kullanıcı adı", value: <span className="code">{account.username}</span> },
  { label: "Unvan", value: account.title },
  { label: "Rol", value: roleLabels[account.role] },
  { label: "Yer", value: placeName(account.provinceId ?? 0) },
  { label: "Birim", value: account.unitName },
  { label: "Telefon", value: account.phone ? <span className="num">{account.phone}</span> : null },
];

function SecondFactorPanel({ secondFactor }: { secondFactor: Account["secondFactor"] }) {
  const [asked, setAsked] = useState<"enrol" | "codes" | null>(null);
  const { isRequired, enrolledAt, recoveryCodesLeft } = secondFactor;
  return (
    <Panel title="Doğrulama uygulaması" aside={isRequired ? "rolünüz için zorunlu" : "isteğe bağlı"}>
      <SummaryList
        items={[
          {
            label: "Durum",
            value: enrolledAt ? (
              <StateWord tone="green" glyph="done">
                Kurulu, {formatDateTime(new Date(enrolledAt))}
              </StateWord>
            ) : (
              <StateWord tone={isRequired ? "red" : "grey"} glyph={isRequired ? "alert" : "ended"}>
                Kurulu değil
              </StateWord>
            ),
          },
          ...(enrolledAt ? [{ label: "Kurtarma kodu", value: codesWords(recoveryCodesLeft) }] : []),
        ]}
      />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button tone={enrolledAt ? "plain" : "primary"} onClick={() => setAsked("enrol")}>
          {enrolledAt ? "Uygulamayı yenile" : "Uygulamayı kur"}
        </Button>
        {enrolledAt ? <Button onClick={() => setAsked("codes")}>Kurtarma kodlarını yenile</Button> : null}
      </div>
      {asked === "enrol" ? <EnrolDialog isRenewal={enrolledAt !== null} onClose={() => setAsked(null)} /> : null}
      {asked === "codes" ? <RenewCodesDialog onClose={() => setAsked(null)} /> : null}
    </Panel>
  );
}

const codesWords = (left: number): string => (left === 0 ? "Kalmadı; yenileyin." : `${left} kod kaldı`);

function SessionsPanel({ account: { sessions } }: { account: Account }) {
  const end = useEndOtherSessions();
  const others = sessions.filter(({ isThis }) => !isThis).length;
  return (
    <Panel title="Açık oturumlarım" aside={`${sessions.length} oturum`}>
      <SessionList sessions={sessions} />
      {others > 0 ? (
        <div className="mt-4">
          <Button
            busy={end.isPending ? "Kapatılıyor" : false}
            onClick={() => end.mutate(undefined, { onSuccess: ({ endedSessions }) => toastDone(`${endedSessions} oturum kapatıldı.`) })}
          >
            Öteki {others} oturumu kapat
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}
