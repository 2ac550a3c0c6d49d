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
  const caret = useRef<number | null>(null);
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
    const end = field.value.length;
    field.setRangeText(`{{${name}}}`, field.selectionStart ?? end, field.selectionEnd ?? end, "end");
    caret.current = field.selectionEnd ?? end;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  /** Writing the text anew moves the caret to its beginning; the writer goes on behind what was inserted. */
  function goOn() {
    const field = place();
    field?.focus();
    if (caret.current !== null) field?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }
  return { within, insert, goOn };
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
          <span className="min-w-0 py-1">
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
