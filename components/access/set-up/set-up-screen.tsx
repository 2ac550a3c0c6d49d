"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState, useSyncExternalStore } from "react";
import { RecoveryCodeList } from "@/components/access/account/recovery-code-list.tsx";
import { roleLabels } from "@/components/access/labels.ts";
import { SetUpForm } from "@/components/access/set-up/set-up-form.tsx";
import { setUpQuery } from "@/components/access/set-up/set-up-queries.ts";
import { placeName } from "@/components/access/users/user-filter-bar.tsx";
import { PublicFrame } from "@/components/shell/public-frame.tsx";
import { type InstallationMode, modeNote } from "@/components/shell/public-language.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { ErrorState, Skeleton } from "@/components/ui/screen-states.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import type { SetUp } from "@/lib/access/set-up-contract.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

/** Whoever holds a set-up link makes the account their own. The token stands behind the # and goes nowhere but into a body. */
export function SetUpScreen({ mode }: { mode: InstallationMode }) {
  const token = useSyncExternalStore(watchAddress, tokenInAddress, () => null);
  const [codes, setCodes] = useState<{ username: string; recoveryCodes: readonly string[] } | null>(null);
  return (
    <PublicFrame title="İzin Masası" note={modeNote("tr", mode)}>
      <div className="mx-auto max-w-[44rem]">{codes ? <Ready {...codes} /> : <Opened token={token} onDone={setCodes} />}</div>
    </PublicFrame>
  );
}

function watchAddress(onChange: () => void) {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}

const tokenInAddress = (): string => location.hash.slice(1);

type OpenedProps = { token: string | null; onDone: (done: { username: string; recoveryCodes: readonly string[] }) => void };

function Opened({ token, onDone }: OpenedProps) {
  const query = useQuery({ ...setUpQuery(token ?? ""), enabled: Boolean(token) });
  if (token === "") return <Refused />;
  if (query.data) return <Account setUp={query.data} token={token ?? ""} onDone={onDone} />;
  if (!query.error) return <Skeleton lines={6} label="Bağlantı okunuyor" />;
  const problem = query.error instanceof ProblemError ? query.error : null;
  if (problem?.code === "link_expired" || problem?.code === "bad_input") return <Refused />;
  return (
    <ErrorState
      title="Bağlantı şu anda açılamadı"
      requestId={problem && problem.requestId !== "-" ? problem.requestId : null}
      onRetry={() => query.refetch()}
      retrying={query.isFetching}
    >
      {problem?.problem.title ?? "Bağlantınız duruyor; birazdan yeniden deneyin."}
    </ErrorState>
  );
}

function Account({ setUp, token, onDone }: { setUp: SetUp; token: string } & Pick<OpenedProps, "onDone">) {
  return (
    <>
      <h1 className="h-page">Hesabınızı kurun</h1>
      <p className="mt-1 text-ink-2">
        Parolanızı siz belirlersiniz; başka kimse bilmez. Bağlantı bir kez kullanılır, {formatDateTime(new Date(setUp.expiresAt))} zamanına
        kadar açılır.
      </p>
      <Panel className="mt-5">
        <SummaryList
          items={[
            ...(setUp.asksIdentity
              ? []
              : [
                  { label: "Adınız", value: setUp.name },
                  { label: "Kullanıcı adınız", value: <span className="code">{setUp.username}</span> },
                ]),
            { label: "Rolünüz", value: roleLabels[setUp.role] },
            { label: "Biriminiz", value: `${setUp.unitName} (${placeName(setUp.provinceId ?? 0)})` },
          ]}
        />
      </Panel>
      <SetUpForm setUp={setUp} token={token} onDone={onDone} />
    </>
  );
}

/** Unknown, used and expired look alike. */
function Refused() {
  return (
    <>
      <h1 className="h-page flex items-center gap-2">
        <Glyph name="ended" size={18} className="text-grey" />
        Bu bağlantı açılmıyor
      </h1>
      <p className="mt-1 text-ink-2">Kullanılmış, süresi dolmuş, yenisi verilmiş ya da eksik kopyalanmış olabilir.</p>
      <p className="mt-3 text-ink-2">Sistem yöneticinizden yeni bir kurulum bağlantısı isteyin. Kurulumu yaptıysanız parolanızla girin.</p>
      <p className="mt-4">
        <Link href="/sign-in" className="link">
          Girişe git
        </Link>
      </p>
    </>
  );
}

function Ready({ username, recoveryCodes }: { username: string; recoveryCodes: readonly string[] }) {
  return (
    <>
      <h1 className="h-page flex items-center gap-2">
        <Glyph name="done" size={18} className="text-green" />
        Hesabınız hazır
      </h1>
      <p className="mt-1 text-ink-2">
        Bundan sonra <span className="code">{username}</span> adı ve parolanızla girersiniz.
      </p>
      {recoveryCodes.length > 0 ? (
        <Panel title="Kurtarma kodlarınız" className="mt-5">
          <RecoveryCodeList codes={recoveryCodes} />
        </Panel>
      ) : null}
      <div className="mt-5">
        <ButtonLink tone="primary" href="/sign-in">
          {recoveryCodes.length > 0 ? "Kodları sakladım, girişe git" : "Girişe git"}
        </ButtonLink>
      </div>
    </>
  );
}
