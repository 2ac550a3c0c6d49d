"use client";
import { Braces } from "lucide-react";
import { useCallback, useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { templateFieldNames, templateFields } from "@/lib/circulars/template-fields.ts";

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isTextField = (element: EventTarget | null): element is TextField =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/** Remembers which field of the words was written in last, and puts the name of a template's field at its caret. */
export function useFieldInsert() {
  const last = useRef<TextField | null>(null);
  const within = useCallback((words: HTMLElement | null) => {
    const remember = ({ target }: Event) => {
      if (isTextField(target)) last.current = target;
    };
    words?.addEventListener("focusin", remember);
    return () => words?.removeEventListener("focusin", remember);
  }, []);
  /** Into the first paragraph while nothing was written in yet. */
  const place = () => (last.current?.isConnected ? last.current : document.querySelector<HTMLTextAreaElement>("fieldset textarea"));
  function insert(name: string) {
    const field = place();
    if (!field) return;
    field.setRangeText(`{{${name}}}`, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return { within, insert, focus: () => place()?.focus() };
}

/** "Alan ekle": what each letter says anew, by name and meaning. */
export function FieldMenu({ onField, onClosed }: { onField: (name: string) => void; onClosed: () => void }) {
  return (
    <Menu
      label="Alanlar"
      align="start"
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        onClosed();
      }}
      trigger={
        <Button tone="quiet" size="sm" icon={<Braces size={16} strokeWidth={1.75} aria-hidden="true" />}>
          Alan ekle
        </Button>
      }
    >
      {templateFieldNames.map((name) => (
        <MenuItem key={name} onSelect={() => onField(name)}>
          <span className="min-w-0">
            <span className="block">{templateFields[name].label}</span>
            <span className="cap block">
              <code className="font-mono">{`{{${name}}}`}</code> {templateFields[name].meaning}
            </span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
