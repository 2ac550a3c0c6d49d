import { classNames } from "@/components/ui/class-names.ts";
import type { BodyBlock } from "@/lib/circulars/contract.ts";

/** A letter's text in the letter's own face; items are numbered as they would print. */
export function LetterBody({ blocks, className }: { blocks: readonly BodyBlock[]; className?: string }) {
  let items = 0;
  return (
    <div className={classNames("space-y-2 font-letter text-md text-ink [overflow-wrap:anywhere]", className)}>
      {blocks.map((block, index) => {
        items = block.kind === "item" ? items + 1 : 0;
        const key = `${index}-${block.text.slice(0, 24)}`;
        return (
          <p key={key} className={block.kind === "item" ? "pl-10 -indent-5" : "indent-8"}>
            {block.kind === "item" ? `${items}) ` : ""}
            {block.text}
          </p>
        );
      })}
    </div>
  );
}
