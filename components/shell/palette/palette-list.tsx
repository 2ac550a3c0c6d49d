"use client";
import type { PaletteItem } from "@/components/shell/palette/palette-item.ts";
import { groupsOf } from "@/components/shell/palette/palette-matches.ts";
import { classNames } from "@/components/ui/class-names.ts";

export type PaletteListProps = {
  id: string;
  /** Already in the order of their groups. */
  items: readonly PaletteItem[];
  active: number;
  onGo: (item: PaletteItem) => void;
};

export function PaletteList({ id, items, active, onGo }: PaletteListProps) {
  return (
    <div id={id} role="listbox" aria-label="Sonuçlar">
      {groupsOf(items).map(([group, members], place) => (
        // A group's name has spaces, and an id that is pointed to may not.
        <div key={group} role="group" aria-labelledby={`${id}-group-${place}`}>
          <p id={`${id}-group-${place}`} role="presentation" className="cap px-2 pt-2 pb-1 font-medium">
            {group}
          </p>
          {members.map((item) => {
            const index = items.indexOf(item);
            return <Line key={item.id} id={`${id}-${index}`} item={item} active={index === active} onGo={() => onGo(item)} />;
          })}
        </div>
      ))}
    </div>
  );
}

type LineProps = { id: string; item: PaletteItem; active: boolean; onGo: () => void };

function Line({ id, item, active, onGo }: LineProps) {
  return (
    // The keyboard acts on the input, which names the active line.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onGo}
      onKeyDown={undefined}
      className={classNames("menu-item min-h-9 cursor-pointer gap-3 max-lg:min-h-11", active && "bg-selected")}
    >
      <span className="text-ink-3">{item.icon}</span>
      <span className="flex min-w-0 flex-1 items-center gap-x-3 max-sm:flex-col max-sm:items-start">
        <span className="min-w-0 truncate max-sm:max-w-full sm:flex-1">{item.shown ?? item.text}</span>
        {item.hint ? <span className="cap num max-w-full truncate sm:max-w-[45%]">{item.hint}</span> : null}
      </span>
    </div>
  );
}
