import type { RecipientRecord } from "@/components/circulars/board/recipient-queries.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

type Declaration = RecipientRecord["declarations"][number];

/** Who said so: a link proves that someone had it, never who that was. */
export function DeclarationList({ declarations }: { declarations: readonly Declaration[] }) {
  return (
    <section aria-labelledby="recipient-declarations">
      <h3 id="recipient-declarations" className="h-sec mb-1">
        Beyanlar
      </h3>
      <ul className="small divide-y divide-line">
        {declarations.map((declaration) => (
          <li key={`${declaration.kind} ${declaration.declaredAt}`} className="py-1.5">
            <span className="flex items-baseline justify-between gap-3">
              <span className="font-medium">{declaration.kind === "action_reported" ? "Gereği yapıldı" : "Bilgi alındı"}</span>
              <time dateTime={declaration.declaredAt} className="cap num">
                {formatDateTime(new Date(declaration.declaredAt))}
              </time>
            </span>
            <span className="block text-ink-2">
              bağlantı sahibi beyanı: {[declaration.name, declaration.title].filter(Boolean).join(", ")}
            </span>
            {declaration.note ? <span className="block whitespace-pre-line text-ink-2">{declaration.note}</span> : null}
          </li>
        ))}
      </ul>
      <p className="cap mt-1">Bağlantıyı elinde tutanın beyanıdır; beyan edenin kimliği doğrulanmamıştır.</p>
    </section>
  );
}
