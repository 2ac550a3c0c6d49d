import { templateText } from "@/components/circulars/templates/template-text.ts";
import type { TemplateVersion } from "@/lib/circulars/template-contract.ts";
import { textDifference } from "@/lib/circulars/text-difference.ts";

/** What was taken out of the older version and what came into the newer one, in the letter's face. */
export function VersionDifference({ before, after }: { before: TemplateVersion; after: TemplateVersion }) {
  const parts = textDifference(templateText(before), templateText(after));
  const isSame = parts.every(({ kind }) => kind === "same");
  return (
    <>
      <p className="cap mb-2">
        {isSame
          ? "İki sürümün metni aynı."
          : `Sürüm ${before.version} ile sürüm ${after.version} arasındaki fark: çıkarılan sözcüklerin üstü, eklenenlerin altı çizili.`}
      </p>
      <div className="font-letter text-md whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">
        {parts.map(({ kind, text }, index) => {
          const key = `${index}-${kind}`;
          if (kind === "removed") {
            return (
              <del key={key} className="bg-red-soft text-red">
                {text}
              </del>
            );
          }
          return kind === "added" ? (
            <ins key={key} className="bg-green-soft text-green underline-offset-2">
              {text}
            </ins>
          ) : (
            <span key={key}>{text}</span>
          );
        })}
      </div>
    </>
  );
}
