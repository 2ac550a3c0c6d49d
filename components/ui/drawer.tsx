"use client";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { FocusScope } from "radix-ui/internal";
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useId, useRef } from "react";
import { IconButton } from "@/components/ui/button.tsx";
import { useIsWide } from "@/components/ui/use-media.ts";

export type DrawerProps = {
  title: ReactNode;
  /** Under the title: "7 / 24 · Gereği". */
  meta?: ReactNode;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
  foot?: ReactNode;
  children: ReactNode;
};

/**
 * Beside the list it pushes and never covers; on a phone it is a sheet over it. Both are one element, so that a tablet turned
 * or a window made narrow takes nothing of what was typed here or in a dialog opened from here. Mount it only while open.
 */
export function Drawer({ title, meta, onClose, onPrevious, onNext, foot, children }: DrawerProps) {
  const isWide = useIsWide();
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  useEscapeInside(panel, onClose);
  // Beside the list the focus stays where it is; a sheet takes it, keeps it, and gives it back.
  const focusSheet = (event: Event) => {
    event.preventDefault();
    if (!isWide) panel.current?.focus();
  };
  return (
    <>
      {isWide ? null : <button type="button" tabIndex={-1} aria-hidden="true" className="scrim" onClick={onClose} />}
      <FocusScope.Root
        asChild
        trapped={!isWide}
        loop={!isWide}
        onMountAutoFocus={focusSheet}
        onUnmountAutoFocus={(event) => (isWide ? event.preventDefault() : undefined)}
      >
        <aside ref={panel} {...(isWide ? beside : over)} aria-labelledby={titleId} tabIndex={-1} data-density="compact">
          <DrawerHead meta={meta} onClose={onClose} onPrevious={onPrevious} onNext={onNext}>
            <h2 id={titleId} className="text-md font-semibold">
              {title}
            </h2>
          </DrawerHead>
          <div className="flex-1 overflow-y-auto p-4">{children}</div>
          {foot ? <div className="flex min-h-11 items-center justify-between gap-3 border-t border-line px-4 py-2">{foot}</div> : null}
        </aside>
      </FocusScope.Root>
    </>
  );
}

const beside = {
  className:
    "pushed sticky top-[var(--top-h)] flex h-[calc(100dvh-var(--top-h))] w-96 shrink-0 flex-col border-l border-line bg-surface outline-none",
};

const over = {
  role: "dialog",
  "aria-modal": true,
  // What lies below does not scroll (floating.css).
  "data-sheet": "",
  className:
    "sheet fixed inset-x-0 top-26 bottom-0 z-40 flex flex-col rounded-t-xl border-t border-line bg-surface shadow-overlay outline-none",
};

/** A dialog over the drawer has the focus itself, and its Escape closes nothing below it. */
function useEscapeInside(panel: RefObject<HTMLElement | null>, onClose: () => void): void {
  const onEscape = useEffectEvent(onClose);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && panel.current?.contains(document.activeElement)) onEscape();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [panel]);
}

type DrawerHeadProps = Pick<DrawerProps, "meta" | "onClose" | "onPrevious" | "onNext" | "children">;

function DrawerHead({ meta, onClose, onPrevious, onNext, children }: DrawerHeadProps) {
  return (
    <div className="flex min-h-16 items-start gap-2 border-b border-line py-2.5 pr-2 pl-4">
      <div className="min-w-0 flex-1">
        {children}
        {meta ? <div className="cap num mt-0.5">{meta}</div> : null}
      </div>
      {onPrevious ? (
        <IconButton label="Önceki" size="sm" onClick={onPrevious}>
          <ArrowUp size={14} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      ) : null}
      {onNext ? (
        <IconButton label="Sonraki" size="sm" onClick={onNext}>
          <ArrowDown size={14} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      ) : null}
      <IconButton label="Kapat" size="sm" onClick={onClose}>
        <X size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
