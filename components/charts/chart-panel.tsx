"use client";
import { BookOpen, Download, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { type ChartData, cellText, csvOf, saveText } from "@/components/charts/chart-data.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";

export type ChartPanelProps = {
  title: string;
  /** Measure and moment, under the title. */
  note?: ReactNode;
  /** How the figures come about: one sentence a line. */
  definition: readonly string[];
  data: ChartData;
  /** Of the file, without its ending. */
  fileName: string;
  /** Key of the drawing, at the right of the head. */
  legend?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A picture with its table, its definition and its file (product.md D1, D11). */
export function ChartPanel({ title, note, definition, data, fileName, legend, className, children }: ChartPanelProps) {
  const [isTable, setTable] = useState(false);
  const [isDefined, setDefined] = useState(false);
  const id = useId();
  return (
    <section aria-labelledby={id} className={classNames("panel min-w-0 px-4 pt-3 pb-3", className)}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-1">
        <div className="min-w-0 flex-1 basis-56">
          <h2 id={id} className="h-sec">
            {title}
          </h2>
          {note ? <p className="cap num mt-0.5">{note}</p> : null}
        </div>
        {legend}
        <div data-chrome="" className="flex items-center gap-1">
          <HeadButton
            pressed={isTable}
            icon={<Table2 size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => setTable(!isTable)}
          >
            Tablo
          </HeadButton>
          <HeadButton
            pressed={isDefined}
            icon={<BookOpen size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => setDefined(!isDefined)}
          >
            Tanım
          </HeadButton>
          <HeadButton
            icon={<Download size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => saveText(`${fileName}.csv`, csvOf(data, [title, ...definition]))}
          >
            CSV<span className="sr-only">: {title}</span>
          </HeadButton>
        </div>
      </div>
      {isDefined ? (
        <ul className="mb-2 list-disc space-y-1 rounded-md bg-sunken py-2 pr-3 pl-7 text-xs text-ink-2">
          {definition.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {isTable ? <TableTwin title={title} data={data} /> : children}
    </section>
  );
}

type HeadButtonProps = { icon: ReactNode; pressed?: boolean; onClick: () => void; children: ReactNode };

function HeadButton({ icon, pressed, onClick, children }: HeadButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={classNames(
        "flex min-h-7 items-center gap-1 rounded-md px-1.5 text-xs hover:bg-hover max-lg:min-h-11 max-lg:px-2.5",
        pressed ? "bg-selected font-medium text-accent-ink" : "text-ink-2",
      )}
    >
      {icon}
      {children}
    </button>
  );
}

function TableTwin({ title, data: { columns, rows } }: { title: string; data: ChartData }) {
  return (
    <ScrollRegion label={`${title}, tablo`} className="max-h-96 overflow-auto [--sticky-top:0] print:max-h-none">
      <Table caption={title} inset rows={false}>
        <thead>
          <tr>
            {columns.map(({ label, numeric }) => (
              <Head key={label} numeric={numeric}>
                {label}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <Row key={key}>
              {cells.map((cell, index) => (
                <Cell key={columns[index]?.label} numeric={columns[index]?.numeric}>
                  {cellText(cell)}
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
