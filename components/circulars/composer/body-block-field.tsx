"use client";
import { ListOrdered, Pilcrow } from "lucide-react";
import type { ClipboardEvent, KeyboardEvent } from "react";
import {
  type BodyEdit,
  blockFieldId,
  changeKind,
  joinWithPrevious,
  moveBlock,
  pasteTable,
  pasteText,
  removeBlock,
  splitBlock,
} from "@/components/circulars/composer/body-edits.ts";
import { type Block, plainLine } from "@/components/circulars/composer/draft-content.ts";
import { FieldFindings, useDescribedBy } from "@/components/circulars/composer/finding-list.tsx";
import { MoveButtons } from "@/components/circulars/composer/move-buttons.tsx";
import { IconButton } from "@/components/ui/button.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { FieldError } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { cellsOfText, tableOfCells } from "@/lib/circulars/body-table.ts";

export type BodyBlockFieldProps = {
  block: Exclude<Block, { kind: "table" }>;
  index: number;
  body: readonly Block[];
  mark: string;
  error: string | undefined;
  onText: (text: string) => void;
  /** True when the edit happened; the browser's own answer to the key is then not wanted. */
  onEdit: (edit: BodyEdit | null) => boolean;
};

export function BodyBlockField({ block, index, body, mark, error, onText, onEdit }: BodyBlockFieldProps) {
  const isItem = block.kind === "item";
  const name = isItem ? `Madde ${mark}` : `${mark}. paragraf`;
  const fieldId = blockFieldId(block.key);
  const errorId = `${fieldId}-error`;
  const describedBy = useDescribedBy(fieldId, error && errorId);

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    const edit = editFor(event, body, index);
    if (edit !== undefined && (onEdit(edit) || event.key === "Enter")) event.preventDefault();
  }
  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const pasted = event.clipboardData.getData("text/plain");
    const cells = cellsOfText(pasted);
    if (cells && cells.length > 1) {
      if (onEdit(pasteTable(body, index, tableOfCells(cells)))) event.preventDefault();
      return;
    }
    const at = { from: event.currentTarget.selectionStart, to: event.currentTarget.selectionEnd };
    if (onEdit(pasteText(body, index, at, pasted))) event.preventDefault();
  }

  return (
    <li className="group grid grid-cols-[1.5rem_1fr] gap-x-2">
      <span aria-hidden="true" className={classNames("num pt-1.5 text-right text-sm", isItem ? "text-ink-2" : "text-ink-3")}>
        {mark}
      </span>
      <div className="min-w-0">
        <TextArea
          id={fieldId}
          aria-label={name}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          value={block.text}
          maxLength={8_000}
          rows={1}
          className={classNames("!min-h-8 resize-none leading-[1.35rem]", isItem && "ml-5 !w-[calc(100%-1.25rem)]")}
          onChange={({ target }) => onText(plainLine(target.value))}
          onKeyDown={press}
          onPaste={paste}
        />
        {error ? <FieldError id={errorId}>{error}</FieldError> : null}
        <FieldFindings fieldId={fieldId} />
        <span className="hidden justify-end group-focus-within:flex">
          <IconButton
            size="sm"
            label={isItem ? `Paragraf yap: ${name}` : `Madde yap: ${name}`}
            onClick={() => onEdit(changeKind(body, index))}
          >
            {isItem ? (
              <Pilcrow size={16} strokeWidth={1.75} aria-hidden="true" />
            ) : (
              <ListOrdered size={16} strokeWidth={1.75} aria-hidden="true" />
            )}
          </IconButton>
          <MoveButtons
            name={name}
            index={index}
            count={body.length}
            onMove={(step) => onEdit(moveBlock(body, index, step))}
            onRemove={() => onEdit(removeBlock(body, index))}
          />
        </span>
      </div>
    </li>
  );
}

/** The edit a key asks for; undefined where the key is the browser's. */
function editFor(event: KeyboardEvent<HTMLTextAreaElement>, body: readonly Block[], index: number): BodyEdit | null | undefined {
  const { selectionStart: from, selectionEnd: to } = event.currentTarget;
  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) return splitBlock(body, index, { from, to });
  if (event.key === "Backspace" && from === 0 && to === 0) return joinWithPrevious(body, index);
  if (event.altKey && event.key === "ArrowUp") return moveBlock(body, index, -1);
  if (event.altKey && event.key === "ArrowDown") return moveBlock(body, index, 1);
  return undefined;
}
