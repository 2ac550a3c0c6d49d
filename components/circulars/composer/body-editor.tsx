"use client";
import { Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { BodyBlockField } from "@/components/circulars/composer/body-block-field.tsx";
import { addBlock, type BodyEdit, blockFieldId, blockMarks, MOST_BLOCKS } from "@/components/circulars/composer/body-edits.ts";
import type { Block } from "@/components/circulars/composer/draft-content.ts";
import { Button } from "@/components/ui/button.tsx";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type BodyEditorProps = {
  body: readonly Block[];
  onBody: (body: Block[]) => void;
  errorAt: (path: string) => string | undefined;
};

/** The text block by block, of a letter or a template: what is typed is data, never markup; how it looks is the preview's business. */
export function BodyEditor({ body, onBody, errorAt }: BodyEditorProps) {
  const caret = useRef<BodyEdit["focus"] | null>(null);
  const marks = blockMarks(body);

  // The block that must take the caret exists only after this render.
  useEffect(() => {
    const wanted = caret.current;
    caret.current = null;
    const field = wanted && document.getElementById(blockFieldId(wanted.key));
    if (!wanted || !(field instanceof HTMLTextAreaElement)) return;
    field.focus();
    field.setSelectionRange(wanted.at, wanted.at);
  });

  function apply(edit: BodyEdit | null): boolean {
    if (!edit) return false;
    caret.current = edit.focus;
    onBody(edit.body);
    return true;
  }

  return (
    <fieldset>
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <legend className="small font-medium">Metin</legend>
        <span className="cap num">
          {body.length} bölüm · {formatNumber(wordCount(body.map(({ text }) => text)))} sözcük
        </span>
      </div>
      <ol className="grid gap-2">
        {body.map((block, index) => (
          <BodyBlockField
            key={block.key}
            block={block}
            index={index}
            body={body}
            mark={marks[index] ?? ""}
            error={errorAt(`body.${index}.text`)}
            onText={(text) => onBody(body.map((each) => (each.key === block.key ? { ...each, text } : each)))}
            onEdit={apply}
          />
        ))}
      </ol>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-3 pl-8">
        <Button
          tone="quiet"
          size="sm"
          icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}
          off={body.length >= MOST_BLOCKS ? `En çok ${MOST_BLOCKS} bölüm yazılır.` : false}
          onClick={() => apply(addBlock(body))}
        >
          Bölüm ekle
        </Button>
        <span className="cap">Enter yeni bölüm açar · yapıştırılan biçim atılır</span>
      </div>
    </fieldset>
  );
}

const wordCount = (texts: readonly string[]): number => texts.join(" ").split(/\s+/).filter(Boolean).length;
