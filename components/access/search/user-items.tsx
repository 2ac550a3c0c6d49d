import { UserRound } from "lucide-react";
import { roleLabels } from "@/components/access/labels.ts";
import type { PaletteItem } from "@/components/shell/palette/palette-item.ts";
import type { UserHit } from "@/lib/access/search-hits.ts";

/** What the palette found among accounts. */
export const userItems = (users: readonly UserHit[]): PaletteItem[] => users.map(userItem);

function userItem({ id, name, username, role, unitName }: UserHit): PaletteItem {
  return {
    id,
    group: "Kullanıcılar",
    icon: <UserRound size={16} strokeWidth={1.75} aria-hidden="true" />,
    text: `${name}, ${username}`,
    shown: (
      <>
        <span className="font-medium">{name}</span> <span className="text-ink-2">{username}</span>
      </>
    ),
    hint: `${roleLabels[role]} · ${unitName}`,
    href: `/access/users/${id}`,
  };
}
