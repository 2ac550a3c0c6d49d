"use client";
import { Plus, Table2 } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { BodyBlockField } from "@/components/circulars/composer/body-block-field.tsx";
import { addBlock, addTable, type BodyEdit, blockFieldId, blockMarks, MOST_BLOCKS } from "@/components/circulars/composer/body-edits.ts";
import { BodyTableField } from "@/components/circulars/composer/body-table-field.tsx";
import type { Block } from "@/components/circulars/composer/draft-content.ts";
import { Button } from "@/components/ui/button.tsx";
import { emptyTable, wordsOfBlock } from "@/lib/circulars/body-table.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type BodyEditorProps = {
  body: readonly Block[];
  onBody: (body: Block[]) => void;
  errorAt: (path: string) => string | undefined;
  /** Beside what adds a block or a table. */
  tools?: ReactNode;
};

/** The text block by block, of a letter or a template: what is typed is data, never markup; how it looks is the preview's business. */
export function BodyEditor({ body, onBody, errorAt, tools }: BodyEditorProps) {
  const caret = useRef<BodyEdit["focus"] | null>(null);
  const marks = blockMarks(body);

  // The block that must take the caret exists only after this render.
  useEffect(() => {
    const wanted = caret.current;
    caret.current = null;
    const field = wanted && document.getElementById(blockFieldId(wanted.key));
    if (!wanted || !field) return;
    field.focus();
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(wanted.at, wanted.at);
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
          {body.length} bölüm · {formatNumber(wordCount(body.map(wordsOfBlock)))} sözcük
        </span>
      </div>
      <ol className="grid gap-2">
        {body.map((block, index) => {
          const shared = { index, body, mark: marks[index] ?? "", onEdit: apply };
          const replaced = (next: Block) => onBody(body.map((each) => (each.key === block.key ? next : each)));
          return block.kind === "table" ? (
            <BodyTableField
              key={block.key}
              {...shared}
              block={block}
              errorAt={(row, column) => errorAt(`body.${index}.table.rows.${row}.${column}`)}
              onTable={(table) => replaced({ ...block, table })}
            />
          ) : (
            <BodyBlockField
              key={block.key}
              {...shared}
              block={block}
              error={errorAt(`body.${index}.text`)}
              onText={(text) => replaced({ ...block, text })}
            />
          );
        })}
      </ol>
      <div className="mt-2 flex flex-wrap items-center gap-x-1 gap-y-2 pl-8">
        <Button
          tone="quiet"
          size="sm"
          icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}
          off={body.length >= MOST_BLOCKS ? `En çok ${MOST_BLOCKS} bölüm yazılır.` : false}
          onClick={() => apply(addBlock(body))}
        >
          Bölüm ekle
        </Button>
        <Button
          tone="quiet"
          size="sm"
          icon={<Table2 size={16} strokeWidth={1.75} aria-hidden="true" />}
          off={body.length >= MOST_BLOCKS ? `En çok ${MOST_BLOCKS} bölüm yazılır.` : false}
          onClick={() => apply(addTable(body, emptyTable()))}
        >
          Tablo ekle
        </Button>
        {tools}
        <span className="cap grow text-right">Enter yeni bölüm açar · yapıştırılan biçim atılır, hücreler tablo olur</span>
      </div>
    </fieldset>
  );
}

const wordCount = (texts: readonly string[]): number => texts.join(" ").split(/\s+/).filter(Boolean).length;
