"use client";
import { X } from "lucide-react";
import { AlertDialog, Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { Button, IconButton } from "@/components/ui/button.tsx";
import { classNames } from "@/components/ui/class-names.ts";

const box = "float fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-1/2 flex-col !rounded-xl";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the foot, the deed last. */
  foot?: ReactNode;
  width?: "sm" | "md" | "lg" | "xl";
  /** While something typed would be lost: only a button closes it. */
  holds?: boolean;
  /** What closes it, where the page is not in Turkish. */
  close?: string;
  children?: ReactNode;
};

const widths = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl", xl: "max-w-6xl" };

export function Dialog({ open, onOpenChange, title, description, foot, width = "sm", holds, close = "Kapat", children }: DialogProps) {
  const focus = useFocusReturn();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          {...focus}
          className={classNames(box, widths[width])}
          onEscapeKeyDown={(event) => holds && event.preventDefault()}
          onInteractOutside={(event) => holds && event.preventDefault()}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="flex items-start gap-3 pt-4 pr-2 pl-5">
            <Radix.Title className="flex-1 text-md font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={close} size="sm">
                <X size={16} strokeWidth={1.75} aria-hidden="true" />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="flex-1 overflow-y-auto px-5 pt-1 pb-4">
            {description ? <Radix.Description className="small text-ink-2">{description}</Radix.Description> : null}
            {children ? <div className={description ? "mt-4" : "mt-2"}>{children}</div> : null}
          </div>
          {foot ? <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{foot}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Dialogs open by state and not by a trigger of their own: whoever opened one by keyboard goes on where they were. */
function useFocusReturn() {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus() {
      before.current = document.activeElement;
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault();
      if (before.current instanceof HTMLElement) before.current.focus();
    },
  };
}

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question as a deed: "13 kuruma hatırlatma gönderilsin mi". */
  title: ReactNode;
  /** What follows from it, and whether it can be undone. */
  consequence: ReactNode;
  /** The deed and its count: "13 kuruma hatırlat". Never "Tamam". */
  deed: string;
  onConfirm: () => void;
  busy?: string | false;
  danger?: boolean;
  /** A reason or a note that the deed needs. */
  children?: ReactNode;
};

/** Asks before a deed that cannot be undone; stays open while it is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, consequence, deed, onConfirm, busy, danger, children } = props;
  const focus = useFocusReturn();
  return (
    <AlertDialog.Root open={open} onOpenChange={busy ? undefined : onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="scrim" />
        <AlertDialog.Content {...focus} className={classNames(box, widths.sm)}>
          <div className="overflow-y-auto px-5 pt-4 pb-4">
            <AlertDialog.Title className="text-md font-semibold">{title}</AlertDialog.Title>
            <AlertDialog.Description className="small mt-1 text-ink-2">{consequence}</AlertDialog.Description>
            {children ? <div className="mt-4">{children}</div> : null}
          </div>
          <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
            <AlertDialog.Cancel asChild>
              <Button tone="quiet">Vazgeç</Button>
            </AlertDialog.Cancel>
            <Button tone={danger ? "danger" : "primary"} busy={busy} onClick={onConfirm}>
              {deed}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
