"use client";
import { type FormEvent, useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { type LineDecision, type ManifestLine, type ManifestRecord, resolveManifest } from "@/lib/cards/manifest-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const options: readonly { value: LineDecision; label: string }[] = [
  { value: "at_ptt", label: "PTT’de bulundu" },
  { value: "still_here", label: "NVİ’de kalmış, yeniden paketli" },
  { value: "inquiry", label: "Kimsede yok, araştırılıyor" },
];

type Decisions = Record<number, LineDecision>;

/** Every line that PTT did not count gets a decision; the note explains the whole. */
export function ResolvePanel({ manifest }: { manifest: ManifestRecord }) {
  const resolve = useCardDeed(resolveManifest);
  const missing = manifest.rows.filter(({ state, card }) => state === "missing" && card?.work === "handed_to_ptt");
  const unexpected = manifest.rows.filter(({ state }) => state === "unexpected");
  const [decisions, setDecisions] = useState<Decisions>({});
  const [note, setNote] = useState("");
  const [isAsked, setAsked] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    const decided = missing.flatMap(({ line }) => (decisions[line] ? [{ line, decision: decisions[line] }] : []));
    if (decided.length < missing.length || note.trim().length < 10) return;
    const input = { manifestId: manifest.id, version: manifest.version, decisions: decided, note };
    resolve.mutate(input, { onSuccess: () => toastDone("Fark açıklandı; liste kapandı.") });
  }
  const refusal = refusalsOf(resolve.error, []).general;
  return (
    <Panel title="Farkı açıkla" aside={`${formatNumber(missing.length)} kart eksik, ${formatNumber(unexpected.length)} parça fazla`}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <MissingLines missing={missing} decisions={decisions} isAsked={isAsked} onDecide={setDecisions} />
        <UnexpectedLines unexpected={unexpected} />
        <NoteField note={note} isAsked={isAsked} onChange={setNote} />
        {refusal ? (
          <div role="alert">
            <FieldError>{refusal}</FieldError>
          </div>
        ) : null}
        <div>
          <Button type="submit" tone="primary" busy={resolve.isPending ? "Yazılıyor" : false}>
            {missing.length > 0 ? `${formatNumber(missing.length)} kart için kararı yaz` : "Farkı kapat"}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

type MissingProps = { missing: readonly ManifestLine[]; decisions: Decisions; isAsked: boolean; onDecide: (decisions: Decisions) => void };

function MissingLines({ missing, decisions, isAsked, onDecide }: MissingProps) {
  return (
    <ul className="grid gap-3">
      {missing.map(({ line, barcode, card }) => (
        <li key={line} className="border-b border-line pb-3">
          <RadioGroup
            inline
            legend={
              <>
                {formatNumber(line)}. satır · <span className="code">{barcode}</span> · kart {card?.number}
              </>
            }
            value={decisions[line] ?? ""}
            onValueChange={(decision) => onDecide({ ...decisions, [line]: decision })}
            options={options}
            {...(isAsked && decisions[line] === undefined ? { error: "Bu kart için bir karar seçin." } : {})}
          />
        </li>
      ))}
    </ul>
  );
}

function UnexpectedLines({ unexpected }: { unexpected: readonly ManifestLine[] }) {
  if (unexpected.length === 0) return null;
  return (
    <p className="small text-ink-2">
      Listede olmayan parçalar: <span className="code">{unexpected.map(({ barcode }) => barcode).join(", ")}</span>. Nereden geldiğini
      açıklamaya yazın.
    </p>
  );
}

function NoteField({ note, isAsked, onChange }: { note: string; isAsked: boolean; onChange: (note: string) => void }) {
  return (
    <Field
      label="Açıklama"
      required
      hint="Kiminle görüşüldü, hangi tutanak; listenin kaydında kalır."
      {...(isAsked && note.trim().length < 10 ? { error: "En az 10 harf yazın." } : {})}
    >
      <TextArea maxLength={2_000} value={note} onChange={({ target }) => onChange(target.value)} />
    </Field>
  );
}
