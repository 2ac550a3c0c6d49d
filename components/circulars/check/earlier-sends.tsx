import Link from "next/link";
import { Banner } from "@/components/ui/banner.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { earlierSendInWords } from "@/lib/circulars/duplicate-send.ts";
import type { EarlierSend } from "@/lib/circulars/signing-contract.ts";

export type EarlierSendsProps = {
  earlier: readonly EarlierSend[];
  reason: string;
  onReason: (reason: string) => void;
  error: string | undefined;
};

/** What went out before with the same words to the same institutions, and the question why it goes again (A15). */
export function EarlierSends({ earlier, reason, onReason, error }: EarlierSendsProps) {
  if (earlier.length === 0) return null;
  return (
    <Banner tone="amber" title="Bu yazı daha önce gönderilmiş olabilir.">
      <ul className="mt-1 grid list-disc gap-1 pl-5">
        {earlier.map((send) => (
          <li key={send.circularId}>
            {earlierSendInWords(send)}{" "}
            <Link href={`/circulars/${send.circularId}`} className="link">
              <span className="sr-only">{send.documentNumber} sayılı </span>yazıyı aç
            </Link>
          </li>
        ))}
      </ul>
      <Field label="Yeniden gönderme gerekçesi" required error={error} hint="Gerekçe denetim kaydına yazılır." className="mt-3 text-ink">
        <TextArea value={reason} maxLength={500} rows={2} onChange={({ target }) => onReason(target.value)} />
      </Field>
    </Banner>
  );
}
