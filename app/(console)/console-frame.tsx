"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ConsolePalette } from "@/app/(console)/console-palette.tsx";
import { navFor } from "@/app/(console)/navigation.ts";
import { leave } from "@/app/providers.tsx";
import { sessionQueries, useExtendSession, useSavePreferences } from "@/components/access/access-queries.ts";
import { PermissionsContext } from "@/components/access/use-may.ts";
import { todayQueries } from "@/components/circulars/today-queries.ts";
import { useKeptPreferences } from "@/components/shell/kept-preferences.ts";
import { PaletteButton } from "@/components/shell/palette/palette-button.tsx";
import { SessionEnd } from "@/components/shell/session-end.tsx";
import { Shell } from "@/components/shell/shell.tsx";
import { initialsOf } from "@/components/shell/shell-user.ts";
import type { Me } from "@/lib/access/contract.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";

const modeNotes: Record<Me["mode"], string | null> = {
  demo: "Gösterim · veriler sentetik",
  training: "Eğitim · gönderimler dışarı çıkmaz",
  production: null,
};

/** `me` is what the server knew at the first paint; the session's end is asked again as it comes near. */
export function ConsoleFrame({ me: first, children }: { me: Me; children: ReactNode }) {
  const router = useRouter();
  const { data: me } = useQuery({ ...sessionQueries.me(), initialData: first, refetchInterval: 60_000 });
  const { data: today } = useQuery(todayQueries.read());
  const { mutateAsync: extend } = useExtendSession();
  const { mutate: savePreferences } = useSavePreferences();
  useKeptPreferences(first.preferences);
  const { groups, bottomItems } = navFor(me.permissions);
  const provinceLabel = me.provinceId === null ? null : provinceName(me.provinceId);
  const isAbsoluteEnd = me.endsAt <= me.idleEndsAt;
  return (
    <PermissionsContext value={me.permissions}>
      <ConsolePalette permissions={me.permissions}>
        <Shell
          search={<PaletteButton />}
          brand="İzin Masası"
          groups={groups}
          bottomItems={bottomItems}
          counts={{ today: today?.items.length ?? 0, incoming: today?.waiting.incoming ?? 0, circulars: today?.waiting.circulars ?? 0 }}
          health={null}
          modeNote={modeNotes[me.mode]}
          banner={<PhoneModeNote note={modeNotes[me.mode]} />}
          user={{ name: me.name, roleLabel: me.title, provinceLabel, initials: initialsOf(me.name) }}
          scopeLabel={provinceLabel ?? "Türkiye geneli"}
          onPreferences={savePreferences}
          onAccount={() => router.push("/access/account")}
          onSignOut={() => void leave()}
        >
          {children}
          <SessionEnd endsAt={me.idleEndsAt} canExtend={!isAbsoluteEnd} onExtend={extend} onEnded={leaveToReturn} />
        </Shell>
      </ConsolePalette>
    </PermissionsContext>
  );
}

/** On a phone the navigation's foot is out of sight, and every page outside production says what it is. */
function PhoneModeNote({ note }: { note: string | null }) {
  if (!note) return null;
  return (
    <p data-chrome="" className="border-b border-line bg-sunken px-4 py-1 text-2xs text-ink-3 lg:hidden">
      {note}
    </p>
  );
}

function leaveToReturn(): void {
  void leave(location.pathname + location.search);
}
