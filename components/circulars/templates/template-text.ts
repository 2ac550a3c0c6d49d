import type { TemplateVersion } from "@/lib/circulars/template-contract.ts";

/** A version as plain text, line by line as it would print, for comparing. */
export function templateText({ name, content }: TemplateVersion): string {
  let items = 0;
  const body = content.body.map((block) => {
    const { kind, text } = block;
    if (block.kind === "table") return block.table.rows.map((row) => row.join(" | ")).join("\n");
    items = kind === "item" ? items + 1 : 0;
    return kind === "item" ? `${items}) ${text}` : text;
  });
  return [`Şablonun adı: ${name}`, `Konu: ${content.subject}`, "", ...body, "", content.closing].join("\n");
}
