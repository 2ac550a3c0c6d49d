import { Tag } from "@/components/ui/tag.tsx";
import type { OpenSessionRow } from "@/lib/access/users-contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

const browsers: [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/YaBrowser/, "Yandex"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

const wordIn = (words: readonly [RegExp, string][], agent: string): string | undefined => words.find(([sign]) => sign.test(agent))?.[1];

/** "Chrome, Windows": as much as the browser says of itself. */
const agentWords = (agent: string): string =>
  [wordIn(browsers, agent), wordIn(systems, agent)].filter(Boolean).join(", ") || "Tarayıcısını bildirmeyen oturum";

export function SessionList({ sessions }: { sessions: readonly OpenSessionRow[] }) {
  if (sessions.length === 0) return <p className="small text-ink-2">Açık oturum yok.</p>;
  return (
    <ul className="divide-y divide-line">
      {sessions.map(({ openedAt, seenAt, agent, isThis }) => (
        <li key={openedAt + agent + seenAt} className="py-2 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-2">
            {agentWords(agent)} {isThis ? <Tag tone="accent">Bu oturum</Tag> : null}
          </p>
          <p className="small num text-ink-3">
            Açıldı {formatDateTime(new Date(openedAt))} · son işlem {formatDateTime(new Date(seenAt))}
          </p>
        </li>
      ))}
    </ul>
  );
}
