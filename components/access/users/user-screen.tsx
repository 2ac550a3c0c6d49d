"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { roleLabels } from "@/components/access/labels.ts";
import { SessionList } from "@/components/access/users/session-list.tsx";
import { UserActDialog, userActWords } from "@/components/access/users/user-act-dialog.tsx";
import { placeName } from "@/components/access/users/user-filter-bar.tsx";
import { UserStateWord } from "@/components/access/users/user-looks.tsx";
import { userQueries } from "@/components/access/users/user-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import type { UserAction } from "@/lib/access/user.ts";
import type { UserRecord } from "@/lib/access/users-contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

type Act = Exclude<UserAction, "amend">;

/** One account: who it is, what it may do, from where it is signed in, and what can be done about it. */
export function UserScreen({ userId }: { userId: string }) {
  const query = useQuery(userQueries.record(userId));
  const [asked, setAsked] = useState<Act | null>(null);
  return (
    <DensityScope fallback="compact" className="flex-1">
      <Breadcrumbs items={[{ label: "Kullanıcılar", href: "/access/users" }, { label: query.data?.name ?? "Kullanıcı" }]} />
      <Page>
        {query.data ? null : <h1 className="sr-only">Kullanıcı</h1>}
        <LoadState
          query={query}
          what="Kullanıcı"
          back={
            <Link href="/access/users" className="link">
              Kullanıcılara dön
            </Link>
          }
        >
          {(user) => (
            <>
              <UserDetails user={user} onAsk={setAsked} />
              {asked ? <UserActDialog user={user} action={asked} onClose={() => setAsked(null)} /> : null}
            </>
          )}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

type DetailsProps = { user: UserRecord; onAsk: (action: Act) => void };

function UserDetails({ user, onAsk }: DetailsProps) {
  return (
    <>
      <PageHeader
        title={user.name}
        back={{ href: "/access/users", label: "Kullanıcılar" }}
        meta={`${roleLabels[user.role]} · ${user.unitName}`}
        actions={<Actions user={user} onAsk={onAsk} />}
      />
      {user.waiting ? (
        <Banner
          tone="amber"
          title="Onay bekleyen öneri var."
          className="mt-4"
          action={
            <Link href="/access/proposals" className="link whitespace-nowrap">
              Onay bekleyenler
            </Link>
          }
        >
          {user.waiting.summary}. Öneren {user.waiting.proposedByName}; son gün {formatDateTime(new Date(user.waiting.expiresAt))}.
        </Banner>
      ) : null}
      <div className="mt-5 grid items-start gap-4 lg:grid-cols-[1fr_24rem]">
        <Panel title="Hesap">
          <SummaryList items={factsOf(user)} />
        </Panel>
        <Panel title="Açık oturumlar" aside={`${user.sessions.length} oturum`}>
          <SessionList sessions={user.sessions} />
        </Panel>
      </div>
    </>
  );
}

function Actions({ user, onAsk }: DetailsProps) {
  const acts = user.allowedActions.filter((action): action is Act => action !== "amend");
  return (
    <>
      {acts.map((action) => (
        <Button key={action} tone={action === "disable" ? "danger" : "plain"} onClick={() => onAsk(action)}>
          {userActWords[action].button}
        </Button>
      ))}
      {user.allowedActions.includes("amend") ? (
        <ButtonLink tone="primary" href={`/access/users/${user.id}/edit`}>
          Yetkiyi değiştir
        </ButtonLink>
      ) : null}
    </>
  );
}

function factsOf(user: UserRecord) {
  const { setUpExpiresAt, lastSeenAt } = user;
  return [
    { label: "Durum", value: <UserStateWord state={user.state} /> },
    { label: "Kullanıcı adı", value: <span className="code">{user.username}</span> },
    { label: "Unvan", value: user.title },
    { label: "Rol", value: roleLabels[user.role] },
    { label: "Yer", value: placeName(user.provinceId ?? 0) },
    { label: "Birim", value: user.unitName },
    { label: "Telefon", value: user.phone ? <span className="num">{user.phone}</span> : null },
    { label: "Doğrulama uygulaması", value: user.hasSecondFactor ? "Kurulu" : "Kurulu değil" },
    ...(user.state === "set_up_due" ? [{ label: "Kurulum bağlantısı", value: linkWords(setUpExpiresAt) }] : []),
    { label: "Son görülme", value: lastSeenAt ? <span className="num">{formatDateTime(new Date(lastSeenAt))}</span> : null },
  ];
}

const linkWords = (expiresAt: string | null): string =>
  expiresAt
    ? `${formatDateTime(new Date(expiresAt))} zamanına kadar açılır; bir kez kullanılır.`
    : "Süresi doldu. “Sıfırla” ile yenisi verilir.";
