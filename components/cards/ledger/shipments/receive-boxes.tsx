"use client";
import type { BoxFinding, BoxResult } from "@/components/cards/ledger/shipments/receipt.ts";
import { Button } from "@/components/ui/button.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { ShipmentRecord } from "@/lib/cards/ledger-rows.ts";
import { documents } from "@/lib/cards/ledger-words.ts";
import { rangeText } from "@/lib/cards/serial-ranges.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type ReceiveBoxesProps = {
  shipment: ShipmentRecord;
  results: readonly BoxResult[];
  isAsked: boolean;
  onFind: (number: number, change: Partial<BoxFinding>) => void;
  onRestCame: () => void;
};

export function ReceiveBoxes({ shipment, results, isAsked, onFind, onRestCame }: ReceiveBoxesProps) {
  const open = results.filter(({ finding }) => finding.outcome === null).length;
  return (
    <Panel
      flush
      title={`${formatNumber(results.length)} koli, irsaliyedeki sırayla`}
      aside={
        open > 0 ? (
          <Button size="sm" onClick={onRestCame}>
            Kalan {formatNumber(open)} koliyi geldi say
          </Button>
        ) : (
          "Bütün kolilere bakıldı"
        )
      }
    >
      <ul className="divide-y divide-line">
        {results.map((result) => (
          <BoxRow key={result.box.number} shipment={shipment} result={result} isAsked={isAsked} onFind={onFind} />
        ))}
      </ul>
    </Panel>
  );
}

const choices = [
  { value: "received", label: "Geldi" },
  { value: "absent", label: "Gelmedi" },
  { value: "short", label: "Eksik çıktı" },
] as const;

type BoxRowProps = Pick<ReceiveBoxesProps, "shipment" | "isAsked" | "onFind"> & { result: BoxResult };

function BoxRow({ shipment, result: { box, finding, complaint }, isAsked, onFind }: BoxRowProps) {
  const isOpen = finding.outcome === null;
  return (
    <li className={classNames("px-[var(--d-panel)] py-2", isAsked && isOpen && "bg-red-soft")}>
      <fieldset className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <legend className="sr-only">
          {box.number}. koli, {documents(box.quantity)}
        </legend>
        <span aria-hidden="true" className="w-16 font-semibold">
          Koli {box.number}
        </span>
        <span className="code min-w-52 flex-1 text-ink-2">{rangeText(shipment.series, box, shipment.digits)}</span>
        <span aria-hidden="true" className="num w-20 text-right text-ink-2">
          {documents(box.quantity)}
        </span>
        <span className="flex gap-1.5">
          {choices.map(({ value, label }) => (
            <label
              key={value}
              className={classNames(
                "chip cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
                finding.outcome === value && value === "received" && "border-green-line bg-green-soft font-semibold text-green",
                finding.outcome === value && value !== "received" && "border-red-line bg-red-soft font-semibold text-red",
              )}
            >
              <input
                type="radio"
                name={`box-${box.number}`}
                value={value}
                checked={finding.outcome === value}
                onChange={() => onFind(box.number, { outcome: value })}
                className="sr-only"
              />
              {label}
            </label>
          ))}
        </span>
      </fieldset>
      {finding.outcome === "short" ? (
        <Field
          label={`${box.number}. kolide olmayan numaralar`}
          hint="Örnek: 0340101-0340120, 0340125"
          className="mt-2 max-w-xl"
          required
          {...(isAsked && complaint ? { error: complaint } : {})}
        >
          <TextInput
            value={finding.missing}
            maxLength={2_000}
            className="code"
            onChange={({ target }) => onFind(box.number, { missing: target.value })}
          />
        </Field>
      ) : null}
    </li>
  );
}
