import { Tag } from "@/components/ui/tag.tsx";
import type { TemplateRow } from "@/lib/circulars/template-contract.ts";

/** Whose it is, and whether it is still in use. */
export function TemplateOffice({ template: { provinceId, retiredAt } }: { template: Pick<TemplateRow, "provinceId" | "retiredAt"> }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {provinceId === null ? <Tag tone="blue">Bakanlık, tüm iller</Tag> : <Tag tone="grey">İl</Tag>}
      {retiredAt ? <Tag tone="grey">Kullanımdan kaldırıldı</Tag> : null}
    </span>
  );
}
