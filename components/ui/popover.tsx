"use client";
import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";

export type PopoverProps = {
  /** The button it opens from; it must take a ref and spread props. */
  trigger: ReactNode;
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  align?: "start" | "end";
  children: ReactNode;
};

/** A small form beside the button that opened it; Escape and a press elsewhere close it. */
export function Popover({ trigger, label, open, onOpenChange, align = "start", children }: PopoverProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          data-density="compact"
          className="float z-50 w-72 max-w-[calc(100vw-1rem)] p-3"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
