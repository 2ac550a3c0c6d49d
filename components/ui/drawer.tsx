"use client";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useEffect, useRef } from "react";
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

/** Beside the list it pushes and never covers; on a phone it is a sheet over it. Mount it only while open. */
export function Drawer(props: DrawerProps) {
  return useIsWide() ? <PushedDrawer {...props} /> : <SheetDrawer {...props} />;
}

function PushedDrawer({ title, meta, onClose, onPrevious, onNext, foot, children }: DrawerProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === "Escape" && panel.current?.contains(document.activeElement)) onClose();
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [onClose]);
  return (
    <aside
      ref={panel}
      aria-label={typeof title === "string" ? title : "Ayrıntı"}
      data-density="compact"
      className="pushed sticky top-[var(--top-h)] flex h-[calc(100dvh-var(--top-h))] w-96 shrink-0 flex-col border-l border-line bg-surface"
    >
      <DrawerHead meta={meta} onClose={onClose} onPrevious={onPrevious} onNext={onNext}>
        <h2 className="text-md font-semibold">{title}</h2>
      </DrawerHead>
      <div className="flex-1 overflow-y-auto p-4">{children}</div>
      {foot ? <div className="flex min-h-11 items-center justify-between gap-3 border-t border-line px-4 py-2">{foot}</div> : null}
    </aside>
  );
}

function SheetDrawer({ title, meta, onClose, onPrevious, onNext, foot, children }: DrawerProps) {
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          aria-describedby={undefined}
          data-density="compact"
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            sheet.current?.focus();
          }}
          ref={sheet}
          className="sheet fixed inset-x-0 top-26 bottom-0 z-50 flex flex-col rounded-t-xl border-t border-line bg-surface shadow-overlay outline-none"
        >
          <DrawerHead meta={meta} onClose={onClose} onPrevious={onPrevious} onNext={onNext}>
            <Radix.Title className="text-md font-semibold">{title}</Radix.Title>
          </DrawerHead>
          <div className="flex-1 overflow-y-auto p-4">{children}</div>
          {foot ? <div className="flex min-h-11 items-center justify-between gap-3 border-t border-line px-4 py-2">{foot}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
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
