"use client";
import { Eye } from "lucide-react";
import Link from "next/link";
import { useCallback, useState } from "react";
import { maskedFieldLabels } from "@/components/permits/labels.ts";
import { HideButton, MaskedText, RevealedText } from "@/components/permits/record/masked-value.tsx";
import { RevealDialog, type Revealed } from "@/components/permits/record/reveal-dialog.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { type SummaryItem, SummaryList } from "@/components/ui/summary-list.tsx";
import { MaskedField, type PermitRecord } from "@/lib/permits/contract.ts";
import { sexWords } from "@/lib/permits/permit-words.ts";
import { countryName } from "@/lib/platform/locale/countries.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Whom the permit is for; what identifies the person stays hidden until somebody says why it is needed. */
export function PersonPanel({ record }: { record: PermitRecord }) {
  const [asked, setAsked] = useState<MaskedField | null>(null);
  const [revealed, setRevealed] = useState<Partial<Record<MaskedField, Revealed>>>({});
  const hide = useCallback((field: MaskedField) => setRevealed(({ [field]: _hidden, ...rest }) => rest), []);
  const mayReveal = record.allowedActions.includes("reveal");
  const hiddenItem = (field: MaskedField): SummaryItem => {
    const masked = record.masked[field] ?? null;
    const shown = revealed[field];
    if (shown) return shownItem(shown, () => hide(field));
    const item = { label: maskedFieldLabels[field], value: <MaskedText masked={masked} /> };
    return mayReveal && masked !== null ? { ...item, action: <ShowButton field={field} onShow={() => setAsked(field)} /> } : item;
  };
  return (
    <Panel title="Kişi">
      <SummaryList
        labels="narrow"
        className="small"
        items={[
          { label: "Ad", value: record.givenNames },
          { label: "Soyad", value: record.surname },
          ...MaskedField.options.map(hiddenItem),
          { label: "Uyruk", value: countryName(record.nationality) },
          { label: "Cinsiyet", value: sexWords[record.sex] },
          { label: "Kayıtları", value: <PersonPermits record={record} /> },
        ]}
      />
      {asked ? (
        <RevealDialog
          permitId={record.id}
          field={asked}
          onClose={() => setAsked(null)}
          onRevealed={(shown) => {
            setRevealed((all) => ({ ...all, [shown.field]: shown }));
            setAsked(null);
          }}
        />
      ) : null}
    </Panel>
  );
}

const shownItem = (shown: Revealed, onHide: () => void): SummaryItem => ({
  label: maskedFieldLabels[shown.field],
  value: <RevealedText revealed={shown} onHide={onHide} />,
  action: <HideButton what={maskedFieldLabels[shown.field]} onHide={onHide} />,
});

function ShowButton({ field, onShow }: { field: MaskedField; onShow: () => void }) {
  return (
    <button type="button" className="link inline-flex items-center gap-1" onClick={onShow}>
      <Eye size={14} strokeWidth={1.75} aria-hidden="true" />
      Göster<span className="sr-only">: {maskedFieldLabels[field]}</span>
    </button>
  );
}

function PersonPermits({ record }: { record: PermitRecord }) {
  if (record.personPermitCount < 2) return "Tek izin kaydı";
  return (
    <Link href={`/permits?samePersonAs=${record.id}`} className="link">
      Bu kişinin {formatNumber(record.personPermitCount)} izni
    </Link>
  );
}
