"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import type { KnownInstitution } from "@/components/circulars/composer/draft-store.ts";
import { FieldFindings, useDescribedBy } from "@/components/circulars/composer/finding-list.tsx";
import { MoveButtons, shifted } from "@/components/circulars/composer/move-buttons.tsx";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { ChannelWord } from "@/components/institutions/channel-word.tsx";
import { distributionListQueries } from "@/components/institutions/institution-queries.ts";
import { type AddedMember, MemberAdding } from "@/components/institutions/member-adding.tsx";
import { ProtocolOrder } from "@/components/institutions/protocol-order.tsx";
import { versionHref, versionName } from "@/components/institutions/versions/version-words.ts";
import { Field } from "@/components/ui/field.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Select } from "@/components/ui/select.tsx";
import { toastFailed, toastUndo } from "@/components/ui/toast.tsx";
import { type DraftContent, ListLayout } from "@/lib/circulars/contract.ts";
import { roleLabels } from "@/lib/institutions/labels.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type Recipients = DraftContent["recipients"];

/** Who a recipient is, also before the server has saved that it is one. */
export function useInstitutionLookup(): (institutionId: string) => Pick<KnownInstitution, "name" | "channels"> {
  const { known } = useDraft();
  return (institutionId) => known.get(institutionId) ?? { name: "Kurum okunuyor", channels: [] };
}

export function RecipientsSection() {
  const { content, known, store, write } = useDraft();
  const lookup = useInstitutionLookup();
  const listed = new Set(content.recipients.map(({ institutionId }) => institutionId));
  const { recipients } = content;
  const set = (next: Recipients) => write({ recipients: next });
  function remove(index: number, name: string) {
    set(recipients.filter((_, place) => place !== index));
    toastUndo(`${name} çıkarıldı.`, () => set(recipients));
  }
  function take(rows: readonly AddedMember[]) {
    store.meet(rows.map(({ institution }) => institution));
    set([...recipients, ...rows.map(({ institution, role }) => ({ institutionId: institution.id, role }))]);
    toastUndo(`${formatNumber(rows.length)} kurum eklendi.`, () => set(recipients));
  }
  return (
    <div className="grid gap-4">
      <ListChoice />
      <LayoutChoice />
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-2">
        <h3 className="h-sec">{formatNumber(recipients.length)} muhatap</h3>
        <span className="flex flex-wrap gap-2">
          {recipients.length > 1 ? (
            <ProtocolOrder
              placeOf={(id) => known.get(id)}
              membersNow={() => store.getState().content.recipients}
              onOrder={set}
              done="Muhataplar protokol sırasına dizildi."
            />
          ) : null}
          <MemberAdding listed={listed} onAdd={take} />
        </span>
      </div>
      {recipients.length === 0 ? (
        <EmptyState title="Henüz muhatap yok">
          Bir dağıtım listesi seçin, gelen yazının dağıtımını yapıştırın ya da kurumları dizinden tek tek ekleyin.
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line rounded-md border border-line">
          {recipients.map(({ institutionId, role }, index) => {
            const { name, channels } = lookup(institutionId);
            return (
              <li key={institutionId} className="flex items-center gap-3 px-3 py-1.5">
                <span className="num w-6 text-right text-ink-3">{index + 1}</span>
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{name}</span>
                  <span className="cap">
                    {roleLabels[role]} · <ChannelWord channels={channels} />
                  </span>
                </span>
                <MoveButtons
                  name={name}
                  index={index}
                  count={recipients.length}
                  onMove={(step) => set(shifted(recipients, index, step))}
                  onRemove={() => remove(index, name)}
                />
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}

const layoutOptions: readonly { value: ListLayout; label: string }[] = [
  { value: "auto", label: "Kendiliğinden: sığarsa yazının sayfasında, sığmazsa ayrı sayfada" },
  { value: "flow", label: "Yazının sayfasında, imzanın altında" },
  { value: "list", label: "Ayrı “DAĞITIM LİSTESİ” sayfasında" },
];

/** Where the names are printed (m.19/3); what the rules say of a choice stands below it. */
function LayoutChoice() {
  const { content, write } = useDraft();
  const found = useDescribedBy("draft-layout");
  if (content.recipients.length < 2) return null;
  return (
    <Field
      id="draft-layout"
      label="Dağıtımın yeri"
      hint="Adlar imzanın sayfasına sığmazsa “Dağıtım Listesi” yazılır ve ayrı sayfaya alınır (Yönetmelik m.19/3)."
      note={<FieldFindings fieldId="draft-layout" />}
      noteId={found}
    >
      <Select value={content.layout} options={layoutOptions} onChange={({ target }) => write({ layout: ListLayout.parse(target.value) })} />
    </Field>
  );
}

/** Takes a whole list in its own order; what stood here before can be brought back. */
function ListChoice() {
  const { content, record, store, write } = useDraft();
  const queries = useQueryClient();
  const lists = useQuery(distributionListQueries.all());
  const [isReading, setReading] = useState(false);
  async function choose(listId: string) {
    if (!listId) return write({ distributionListId: null });
    setReading(true);
    try {
      const list = await queries.fetchQuery(distributionListQueries.record(listId));
      store.meet(list.members.map(({ institution }) => institution));
      const before = { distributionListId: content.distributionListId, recipients: content.recipients };
      const recipients = list.members.map(({ institution, role }) => ({ institutionId: institution.id, role }));
      write({ distributionListId: listId, recipients });
      toastUndo(`${list.name}: ${formatNumber(recipients.length)} kurum alındı.`, () => write(before));
    } catch {
      toastFailed("Dağıtım listesi alınamadı; muhataplar değişmedi.");
    } finally {
      setReading(false);
    }
  }
  const options = (lists.data?.lists ?? []).map(({ id, name, memberCount }) => ({
    value: id,
    label: `${name} (${formatNumber(memberCount)} kurum)`,
  }));
  const taken = record.distributionList;
  return (
    <Field
      label="Dağıtım listesi"
      optional
      hint={
        taken && taken.id === content.distributionListId ? (
          <>
            {taken.name},{" "}
            <Link href={versionHref(taken.id, taken.version)} className="link">
              {versionName(taken.version)}
            </Link>{" "}
            alındı. Sonra yapılan değişiklikler yalnız bu yazıda kalır.
          </>
        ) : (
          "Liste seçilince kurumlar listedeki sıra ve görevleriyle gelir."
        )
      }
    >
      <Select
        value={content.distributionListId ?? ""}
        placeholder={lists.isPending ? "Listeler okunuyor" : "Liste seçilmedi"}
        options={options}
        aria-busy={isReading || undefined}
        onChange={({ target }) => void choose(target.value)}
      />
    </Field>
  );
}
