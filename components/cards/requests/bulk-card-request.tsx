"use client";
import { useQuery } from "@tanstack/react-query";
import { IdCard } from "lucide-react";
import { useState } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { productionQueries } from "@/components/cards/production/production-queries.ts";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { DeedDialog } from "@/components/cards/record/deed-dialog.tsx";
import { SelectionRefusal } from "@/components/permits/list/annotate-dialog.tsx";
import { type ListSelection, useListSelection } from "@/components/permits/list/selection-context.ts";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { type ManualRequestReason, requestCards } from "@/lib/cards/request-contract.ts";
import type { PermitSelection } from "@/lib/permits/selection-contract.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** In the permit list's selection bar: a card for each selected permit that may have one. */
export function BulkCardRequest() {
  const mayRequest = useMay()("card:request");
  const list = useListSelection();
  const [asked, setAsked] = useState<PermitSelection | null>(null);
  if (!mayRequest) return null;
  return (
    <>
      <Button
        size="sm"
        icon={<IdCard size={14} strokeWidth={1.75} aria-hidden="true" />}
        busy={list.isFreezing ? "Sayılıyor" : false}
        onClick={async () => setAsked(await list.freeze())}
      >
        {formatNumber(list.count)} izin için kart iste
      </Button>
      {asked ? (
        <BulkRequestDialog
          key={asked.id}
          selection={asked}
          list={list}
          onRefresh={async () => setAsked(await list.freeze())}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}

const reasonWords: Record<ManualRequestReason, string> = {
  first: "Geçerli kartı olmayanlara ilk kart",
  early_replacement: "Eski tasarım kartların erken yenilenmesi",
};

type BulkRequestDialogProps = { selection: PermitSelection; list: ListSelection; onRefresh: () => Promise<void>; onClose: () => void };

function BulkRequestDialog({ selection, list, onRefresh, onClose }: BulkRequestDialogProps) {
  const [requestReason, setRequestReason] = useState<ManualRequestReason>("first");
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const preview = useQuery(productionQueries.bulk(selection.id, requestReason));
  const request = useCardDeed(requestCards);
  const count = preview.data?.cardCount ?? 0;
  function submit() {
    setAsked(true);
    if (reason.trim().length < 5 || count === 0) return;
    const input = { selectionId: selection.id, requestReason, cardCount: count, reason };
    const done = () => {
      toastDone(`${cardCount(count)} istendi.`);
      list.leave();
    };
    request.mutate(input, { onSuccess: done });
  }
  return (
    <DeedDialog
      title={`${formatNumber(selection.count)} izin için kart iste`}
      consequence="İstekler üretim sırasına girer. Yazılmadan önce seçim yeniden sayılır; bir kayıt bile değiştiyse hiçbiri yazılmaz."
      deed={preview.data ? `${cardCount(count)} iste` : "Kart iste"}
      doing="İsteniyor"
      isPending={request.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {request.error ? (
        <SelectionRefusal error={request.error} fallback="Kart istenemedi; hiçbir istek yazılmadı." onRefresh={() => void onRefresh()} />
      ) : null}
      <RadioGroup
        legend="Hangi kart"
        value={requestReason}
        onValueChange={setRequestReason}
        options={(Object.keys(reasonWords) as ManualRequestReason[]).map((value) => ({ value, label: reasonWords[value] }))}
      />
      <Preview query={preview} isAsked={isAsked} />
      <Field
        label="Gerekçe"
        required
        error={isAsked && reason.trim().length < 5 ? "Gerekçeyi en az 5 harfle yazın." : undefined}
        hint="Her kartın geçmişinde kalır."
      >
        <TextArea maxLength={1_000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </DeedDialog>
  );
}

type PreviewProps = {
  query: { data?: { cardCount: number; leftOut: { reason: string; count: number }[] } | undefined; error: Error | null };
  isAsked: boolean;
};

function Preview({ query: { data, error }, isAsked }: PreviewProps) {
  if (error) {
    const told = error instanceof ProblemError ? error.problem.title : "Sayılamadı; yeniden deneyin.";
    return <p role="alert">{told}</p>;
  }
  if (!data) return <p role="status">Kaç kart isteneceği sayılıyor…</p>;
  return (
    <div role="status" className="small">
      <p>
        <strong className="font-semibold">
          {data.cardCount > 0 ? `${cardCount(data.cardCount)} istenecek.` : "Bu seçimden kart istenmez."}
        </strong>{" "}
        {isAsked && data.cardCount === 0 ? "Seçimi ya da kart türünü değiştirin." : null}
      </p>
      {data.leftOut.length > 0 ? (
        <ul className="mt-1 list-disc pl-5 text-ink-2">
          {data.leftOut.map(({ reason, count }) => (
            <li key={reason}>
              <span className="num">{formatNumber(count)}</span> izin atlanır: {reason}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
