"use client";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog as Radix } from "radix-ui";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useAwaitedEnter } from "@/components/shell/palette/awaited-enter.ts";
import type { EarlyKeys } from "@/components/shell/palette/early-keys.ts";
import type { PaletteAnswer, PaletteItem } from "@/components/shell/palette/palette-item.ts";
import { PaletteList } from "@/components/shell/palette/palette-list.tsx";
import { matchingItems } from "@/components/shell/palette/palette-matches.ts";
import { rememberItem, useRecentItems } from "@/components/shell/palette/recent-items.ts";
import { Kbd } from "@/components/ui/code.tsx";

export type PaletteProps = {
  /** Pages and deeds that the person may reach; each exists as a visible control, too. */
  items: readonly PaletteItem[];
  /** A hook that searches the application for what is typed. */
  useAnswer: (typed: string) => PaletteAnswer;
  placeholder: string;
  /** What was typed before the field was there. */
  takeEarly: () => EarlyKeys | null;
  onClose: () => void;
};

const longest = 100;
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

export function Palette({ items, useAnswer, placeholder, takeEarly, onClose }: PaletteProps) {
  const router = useRouter();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [wanted, setActive] = useState(0);
  const recent = useRecentItems();
  const answer = useAnswer(typed.trim());
  const known = typed.trim() === "" ? [...recent, ...items] : matchingItems(items, typed);
  const shown = [...answer.items, ...known];
  const active = Math.min(wanted, shown.length - 1);

  function go(item: PaletteItem | undefined) {
    if (!item) return;
    rememberItem(item);
    onClose();
    router.push(item.href);
  }
  const late = useAwaitedEnter(answer, () => go(shown[active]));
  function takeOver() {
    const early = takeEarly();
    if (early?.text) setTyped(early.text.slice(0, longest));
    if (early?.text && early.isEntered) late.wait();
  }
  function move(to: number) {
    late.forget();
    const next = (to + shown.length) % Math.max(shown.length, 1);
    setActive(next);
    list.current?.querySelector(`#${CSS.escape(`${listId}-${next}`)}`)?.scrollIntoView({ block: "nearest" });
  }
  function press(event: KeyboardEvent) {
    const step = steps[event.key];
    if (step !== undefined) move(active + step);
    else if (event.key !== "Enter") return;
    // What was found for fewer letters is not what the person means.
    else if (answer.isLoading && (shown.length === 0 || active < answer.items.length)) late.wait();
    else go(shown[active]);
    event.preventDefault();
  }

  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          aria-describedby={undefined}
          data-density="compact"
          className="float fixed top-[12dvh] left-1/2 z-50 flex max-h-[70dvh] w-[calc(100vw-1.5rem)] max-w-2xl -translate-x-1/2 flex-col !rounded-xl max-lg:top-3"
        >
          <Radix.Title className="sr-only">Ara ya da komut yaz</Radix.Title>
          <div className="flex items-center gap-3 border-b border-line px-4">
            <Search size={18} strokeWidth={1.75} aria-hidden="true" className="text-ink-3" />
            <input
              role="combobox"
              type="text"
              autoComplete="off"
              spellCheck={false}
              maxLength={longest}
              aria-label="Ara ya da komut yaz"
              aria-expanded="true"
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
              placeholder={placeholder}
              value={typed}
              onChange={(event) => {
                late.forget();
                setTyped(event.target.value);
                setActive(0);
              }}
              onFocus={takeOver}
              onKeyDown={press}
              className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-ink-3"
            />
            <Kbd>Esc</Kbd>
          </div>
          <div ref={list} className="min-h-0 flex-1 overflow-y-auto p-2">
            <PaletteList id={listId} items={shown} active={active} onGo={go} />
            <p role="status" className="cap px-2 py-1">
              {statusOf(answer, typed.trim(), shown.length)}
            </p>
          </div>
          <KeyFoot />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function statusOf({ isLoading, hasFailed }: PaletteAnswer, typed: string, count: number): string {
  if (hasFailed) return "Kayıtlarda aranamadı. Bağlantınızı denetleyip yeniden yazın.";
  if (isLoading) return "Aranıyor";
  if (typed !== "" && count === 0) return `“${typed}” için bir şey bulunamadı. Adın ya da numaranın bir parçasını deneyin.`;
  return typed === "" ? "" : `${count} sonuç`;
}

function KeyFoot() {
  return (
    <div aria-hidden="true" className="cap hidden items-center gap-1.5 border-t border-line px-4 py-2 lg:flex">
      <Kbd>↑</Kbd>
      <Kbd>↓</Kbd> gez
      <span className="ml-2" />
      <Kbd>Enter</Kbd> aç
      <span className="ml-2" />
      <Kbd>Esc</Kbd> kapat
    </div>
  );
}
