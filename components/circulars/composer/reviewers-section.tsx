"use client";
import { useQuery } from "@tanstack/react-query";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { MoveButtons, shifted } from "@/components/circulars/composer/move-buttons.tsx";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { Field } from "@/components/ui/field.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { Colleague, SigningAuthority } from "@/lib/access/contract.ts";
import { proposeSignatory, type SignatoryProposal } from "@/lib/circulars/proposed-signatory.ts";
import { signatureLines } from "@/lib/circulars/signature-lines.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

const MOST_REVIEWERS = 8;

export function ReviewersSection() {
  const colleagues = useQuery(circularQueries.colleagues());
  return (
    <LoadState query={colleagues} what="Birimdeki kişiler">
      {(data) => (
        <div className="grid gap-6">
          <ReviewerOrder colleagues={data.colleagues} />
          <SignatoryChoice colleagues={data.colleagues} />
        </div>
      )}
    </LoadState>
  );
}

function ReviewerOrder({ colleagues }: { colleagues: readonly Colleague[] }) {
  const { content, record, write, errorAt } = useDraft();
  const { reviewerIds } = content;
  const set = (ids: string[]) => write({ reviewerIds: ids });
  const open = colleagues.filter(({ id, mayInitial }) => mayInitial && id !== record.draftedBy.id && !reviewerIds.includes(id));
  const person = (id: string) => colleagues.find((colleague) => colleague.id === id);
  return (
    <section aria-label="Paraf sırası">
      <h3 className="h-sec mb-1">Paraf sırası</h3>
      <p className="cap mb-2">Yazı bu sırayla paraflanır; biri iade ederse önceki paraflar da düşer (Yönetmelik m.20).</p>
      {reviewerIds.length === 0 ? <p className="small text-ink-3">Paraf istenmedi; yazı doğrudan imzaya gider.</p> : null}
      <ol className="divide-y divide-line rounded-md border border-line empty:hidden">
        {reviewerIds.map((id, index) => {
          const name = person(id)?.name ?? "Eski kullanıcı";
          const error = errorAt(`reviewerIds.${index}`);
          return (
            <li key={id} className="flex items-center gap-3 px-3 py-1.5">
              <span className="num w-5 text-right text-ink-3">{index + 1}</span>
              <span className="min-w-0 flex-1">
                <span className="font-medium">{name}</span> <span className="text-ink-3">{person(id)?.title}</span>
                {error ? <span className="block text-xs text-red">{error}</span> : null}
              </span>
              <MoveButtons
                name={name}
                index={index}
                count={reviewerIds.length}
                onMove={(step) => set(shifted(reviewerIds, index, step))}
                onRemove={() => set(reviewerIds.filter((other) => other !== id))}
              />
            </li>
          );
        })}
      </ol>
      <Field label="Paraf sırasına ekle" className="mt-3 max-w-sm">
        <Select
          value=""
          placeholder={open.length === 0 ? "Eklenecek başka kişi yok" : "Kişi seçin"}
          disabled={open.length === 0 || reviewerIds.length >= MOST_REVIEWERS}
          options={open.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
          onChange={({ target }) => target.value && set([...reviewerIds, target.value])}
        />
      </Field>
    </section>
  );
}

function SignatoryChoice({ colleagues }: { colleagues: readonly Colleague[] }) {
  const { content, record, write } = useDraft();
  const able = colleagues.filter(({ authority }) => authority !== null);
  const options = able.map(({ id, name, authority }) => ({
    value: id,
    disabled: id === record.draftedBy.id,
    label: name,
    hint: id === record.draftedBy.id ? "Yazıyı hazırlayan imzalayamaz." : authority && authorityWords(authority),
  }));
  const chosen = able.find(({ id }) => id === content.signatoryId);
  return (
    <section aria-label="İmza">
      <RadioGroup
        legend="İmzalayacak kişi"
        value={content.signatoryId ?? ""}
        options={options}
        error={content.signatoryId && !chosen ? "Seçilen kişinin bugün imza yetkisi yok. Başka birini seçin." : undefined}
        onValueChange={(signatoryId) => write({ signatoryId })}
      />
      {able.length === 0 ? (
        <p className="small flex items-center gap-2 text-red">
          <Glyph name="alert" />
          Bugün bu birim adına imza yetkisi olan kimse yok.
        </p>
      ) : null}
      <Proposal proposal={proposeSignatory(colleagues, record.draftedBy.id)} />
      {chosen?.authority ? (
        <div className="mt-3 inline-block rounded-md border border-line bg-sunken px-6 py-3 text-center">
          <span className="cap block">Yazıdaki imza bölümü</span>
          <span className="block font-medium">{chosen.name}</span>
          {signatureLines(chosen.authority, chosen.authority.title).map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </div>
      ) : null}
    </section>
  );
}

/** Whom the draft proposes, and why; a proxy may have begun after the draft. */
function Proposal({ proposal }: { proposal: SignatoryProposal | null }) {
  const { content, write } = useDraft();
  if (!proposal) return null;
  const isTaken = content.signatoryId === proposal.id;
  return (
    <p className="small mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-ink-2">
      <Glyph name={isTaken ? "done" : "waiting"} className={isTaken ? "text-green" : "text-amber"} />
      <span className="min-w-0 flex-1">
        {isTaken ? "Önerilenle aynı. " : "Öneri: "}
        {proposal.reason}
      </span>
      {isTaken ? null : (
        <button type="button" className="link" onClick={() => write({ signatoryId: proposal.id })}>
          Öneriyi kullan
        </button>
      )}
    </p>
  );
}

/** By which right this person signs, and until when. */
export function authorityWords({ kind, title, onBehalfOf, validFrom, validTo }: SigningAuthority): string {
  const term = validTo ? ` ${formatDate(validFrom)}–${formatDate(validTo)}.` : "";
  if (kind === "proxy") return `Vekâlet: ${onBehalfOf ?? title} yerine.${term}`;
  if (kind === "delegation") return `Yetki devri: ${onBehalfOf ?? ""} adına, ${title} olarak.${term}`;
  return `${title}, kendi yetkisiyle.${term}`;
}
