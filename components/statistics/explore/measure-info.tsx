"use client";
import { Info } from "lucide-react";
import { useState } from "react";
import { dimensionWords } from "@/components/statistics/value-names.ts";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Popover } from "@/components/ui/popover.tsx";
import { formatDateTime, lowerTr } from "@/lib/platform/locale/tr.ts";
import type { AsOf } from "@/lib/statistics/contract.ts";
import { families } from "@/lib/statistics/families.ts";
import { type MeasureForm, type MeasureName, measureOf } from "@/lib/statistics/measures.ts";

const formWords: Record<MeasureForm, string> = {
  count: "dönem içindeki sayı",
  stock: "dönemin son günündeki sayı",
  share: "yüzde",
  days: "takvim günü: ortanca, %90 ve %99",
};

/** Definition, unit, source and moment beside the figure (D11). */
export function MeasureInfo({ measure, asOf }: { measure: MeasureName; asOf: AsOf }) {
  const [isOpen, setOpen] = useState(false);
  const { label } = measureOf(measure);
  return (
    <Popover
      label={`${label}: tanım`}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          data-chrome=""
          aria-label={`${label}: tanım`}
          className="-m-1.5 grid size-6 place-items-center rounded-sm text-ink-3 hover:text-ink max-lg:size-9"
        >
          <Info size={12} strokeWidth={1.75} aria-hidden="true" />
        </button>
      }
    >
      <Definition measure={measure} asOf={asOf} />
    </Popover>
  );
}

function Definition({ measure, asOf }: { measure: MeasureName; asOf?: AsOf }) {
  const { label, definition, unit, form, origin, breakdowns } = measureOf(measure);
  return (
    <div className="small">
      <p className="font-semibold">{label}</p>
      <p className="mt-1">{definition}</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-xs">
        <dt className="text-ink-3">Birim</dt>
        <dd>{form === "share" ? "yüzde" : `${unit}, ${formWords[form]}`}</dd>
        <dt className="text-ink-3">Kaynak</dt>
        <dd>{origin}</dd>
        {asOf ? (
          <>
            <dt className="text-ink-3">Veri anı</dt>
            <dd className="num">{formatDateTime(new Date(asOf.at))}</dd>
          </>
        ) : null}
        <dt className="text-ink-3">Kırılım</dt>
        <dd>{breakdowns.map((one) => lowerTr(dimensionWords[one].label)).join(", ")}</dd>
      </dl>
    </div>
  );
}

/** The whole catalogue. */
export function DefinitionsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      width="lg"
      title="Ölçülerin tanımları"
      description="Ekranlardaki, tablolardaki ve indirilen dosyalardaki her rakam bunlardan biridir."
    >
      <div className="space-y-5">
        {families.map(({ name, measures }) => (
          <section key={name}>
            <h3 className="h-sec mb-2">{name}</h3>
            <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
              {measures.map((measure) => (
                <Definition key={measure} measure={measure} />
              ))}
            </div>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
