"use client";
import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";

export type MenuProps = {
  trigger: ReactNode;
  label: string;
  align?: "start" | "end";
  /** Prevent the event where the focus belongs elsewhere than on the trigger. */
  onCloseAutoFocus?: (event: Event) => void;
  children: ReactNode;
};

/** Opens from a button (given as `trigger`, which must take a ref and spread props). */
export function Menu({ trigger, label, align = "end", onCloseAutoFocus, children }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
          className="float z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-56 overflow-y-auto p-1"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export type MenuItemProps = { icon?: ReactNode; disabled?: boolean; danger?: boolean; onSelect: () => void; children: ReactNode };

export function MenuItem({ icon, disabled, danger, onSelect, children }: MenuItemProps) {
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={danger ? "menu-item text-red" : "menu-item"}>
      {icon}
      {children}
    </Radix.Item>
  );
}

export type MenuChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
};

export function MenuChoice<Value extends string>({ label, value, onValueChange, options }: MenuChoiceProps<Value>) {
  return (
    <Radix.RadioGroup aria-label={label} value={value} onValueChange={(next) => onValueChange(next as Value)}>
      <Radix.Label className="cap px-2 pt-2 pb-1 font-medium">{label}</Radix.Label>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          onSelect={(event) => event.preventDefault()}
          className="menu-item justify-between"
        >
          {option.label}
          <Radix.ItemIndicator>
            <Check size={14} strokeWidth={2} aria-hidden="true" className="text-accent" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLine() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}
