"use client";
import { Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { newKey, plainLine, type Reference } from "@/components/circulars/composer/draft-content.ts";
import { FieldFindings, useDescribedBy } from "@/components/circulars/composer/finding-list.tsx";
import { MoveButtons, shifted } from "@/components/circulars/composer/move-buttons.tsx";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { Button } from "@/components/ui/button.tsx";
import { FieldError } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastUndo } from "@/components/ui/toast.tsx";
import { mostReferences, referenceMark } from "@/lib/circulars/reference-letters.ts";

export function ReferenceFields() {
  const { content, record, write } = useDraft();
  const { references } = content;
  const added = useRef<string | null>(null);
  useEffect(() => {
    if (added.current) document.getElementById(added.current)?.focus();
    added.current = null;
  });
  const set = (next: Reference[]) => write({ references: next });
  function add() {
    const key = newKey();
    added.current = `reference-${key}`;
    set([...references, { key, text: "" }]);
  }
  function remove(index: number) {
    const before = references;
    set(references.filter((_, place) => place !== index));
    if (references[index]?.text) toastUndo("İlgi çıkarıldı.", () => set(before));
  }
  return (
    <fieldset>
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <legend className="small font-medium">İlgi</legend>
        {record.incomingLetter ? <span className="cap">Gelen yazıdan alındı: {record.incomingLetter.label}</span> : null}
      </div>
      <ol className="grid gap-2">
        {references.map((reference, index) => (
          <ReferenceRow
            key={reference.key}
            reference={reference}
            mark={referenceMark(index, references.length)}
            index={index}
            count={references.length}
            onText={(text) => set(references.map((each) => (each.key === reference.key ? { ...each, text } : each)))}
            onMove={(step) => set(shifted(references, index, step))}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <Button
        tone="quiet"
        size="sm"
        className="mt-1"
        icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}
        off={references.length >= mostReferences ? `En çok ${mostReferences} ilgi yazılır.` : false}
        onClick={add}
      >
        İlgi ekle
      </Button>
    </fieldset>
  );
}

type ReferenceRowProps = {
  reference: Reference;
  mark: string;
  index: number;
  count: number;
  onText: (text: string) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
};

function ReferenceRow({ reference, mark, index, count, onText, onMove, onRemove }: ReferenceRowProps) {
  const { errorAt } = useDraft();
  const fieldId = `reference-${reference.key}`;
  const error = errorAt(`references.${index}`);
  const describedBy = useDescribedBy(fieldId, error && `${fieldId}-error`);
  const name = `İlgi ${mark}`.trim();
  return (
    <li>
      <div className="flex items-start gap-2">
        {mark ? <span className="w-5 shrink-0 pt-1.5 text-right text-ink-3">{mark}</span> : null}
        <TextArea
          id={fieldId}
          aria-label={name}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          value={reference.text}
          maxLength={500}
          rows={1}
          className="!min-h-8 resize-none"
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          onChange={({ target }) => onText(plainLine(target.value))}
        />
        <MoveButtons name={name} index={index} count={count} onMove={onMove} onRemove={onRemove} />
      </div>
      {error ? <FieldError id={`${fieldId}-error`}>{error}</FieldError> : null}
      <FieldFindings fieldId={fieldId} />
    </li>
  );
}
