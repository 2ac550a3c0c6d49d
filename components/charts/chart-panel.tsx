"use client";
import { BookOpen, Download, Ellipsis, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { type ChartData, cellText, csvOf, saveText } from "@/components/charts/chart-data.ts";
import { type Picture, savePng, saveSvg } from "@/components/charts/picture.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { Menu, MenuItem, MenuLine } from "@/components/ui/menu.tsx";
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
  /** The drawing for a file, when it is asked for; then the head offers SVG and PNG beside CSV. */
  picture?: () => Picture | null;
  /** What its colours stand for, in words: the key on the screen is no part of the drawing. */
  pictureKey?: string;
  /** A small panel: everything that the head offers is in one menu. */
  compact?: boolean;
  className?: string;
  children: ReactNode;
};

/** A picture with its table, its definition and its file (product.md D1, D11). */
export function ChartPanel(props: ChartPanelProps) {
  const { title, note, definition, data, legend, compact, className, children } = props;
  const [isTable, setTable] = useState(false);
  const [isDefined, setDefined] = useState(false);
  const id = useId();
  return (
    <section aria-labelledby={id} className={classNames("panel min-w-0 px-4 pt-3 pb-3 print:break-inside-avoid", className)}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-1 print:break-after-avoid">
        <div className={classNames("min-w-0 flex-1", compact ? "basis-24" : "basis-56")}>
          <h2 id={id} className="h-sec">
            {title}
          </h2>
          {note ? <p className="cap num mt-0.5">{note}</p> : null}
        </div>
        {legend}
        <div data-chrome="" className="flex items-center gap-1">
          {compact ? (
            <PanelMenu {...props} isTable={isTable} onTable={() => setTable(!isTable)} onDefined={() => setDefined(!isDefined)} />
          ) : (
            <>
              <HeadButton pressed={isTable} icon={<Table2 {...drawn} />} onClick={() => setTable(!isTable)}>
                Tablo
              </HeadButton>
              <HeadButton pressed={isDefined} icon={<BookOpen {...drawn} />} onClick={() => setDefined(!isDefined)}>
                Tanım
              </HeadButton>
              {props.picture ? <DownloadMenu {...props} /> : <CsvButton {...props} />}
            </>
          )}
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

const drawn = { size: 14, strokeWidth: 1.75, "aria-hidden": "true" } as const;

/** What a file says below the figures. */
const notesOf = ({ note, definition }: ChartPanelProps): string[] => [...(typeof note === "string" ? [note] : []), ...definition];
const saveCsv = (props: ChartPanelProps) => saveText(`${props.fileName}.csv`, csvOf(props.data, [props.title, ...notesOf(props)]));

function CsvButton(props: ChartPanelProps) {
  return (
    <HeadButton icon={<Download {...drawn} />} onClick={() => saveCsv(props)}>
      CSV<span className="sr-only">: {props.title}</span>
    </HeadButton>
  );
}

function DownloadMenu(props: ChartPanelProps) {
  return (
    <Menu
      label={`${props.title}: indir`}
      trigger={
        <button type="button" className={headButton}>
          <Download {...drawn} />
          İndir<span className="sr-only">: {props.title}</span>
        </button>
      }
    >
      <FileItems {...props} />
    </Menu>
  );
}

function FileItems(props: ChartPanelProps) {
  const { title, fileName, picture, pictureKey } = props;
  const withPicture = (save: typeof saveSvg | typeof savePng) => {
    const drawing = picture?.();
    if (drawing) void save(fileName, drawing, title, [...(pictureKey ? [pictureKey] : []), ...notesOf(props)]);
  };
  return (
    <>
      <MenuItem onSelect={() => saveCsv(props)}>CSV: rakamlar</MenuItem>
      <MenuItem onSelect={() => withPicture(saveSvg)}>SVG: çizim</MenuItem>
      <MenuItem onSelect={() => withPicture(savePng)}>PNG: resim</MenuItem>
    </>
  );
}

type PanelMenuProps = ChartPanelProps & { isTable: boolean; onTable: () => void; onDefined: () => void };

function PanelMenu({ isTable, onTable, onDefined, ...props }: PanelMenuProps) {
  return (
    <Menu
      label={`${props.title}: tablo, tanım, indirme`}
      trigger={
        <button type="button" aria-label={`${props.title}: tablo, tanım, indirme`} className={classNames(headButton, "text-ink-3")}>
          <Ellipsis {...drawn} size={16} />
        </button>
      }
    >
      <MenuItem onSelect={onTable}>{isTable ? "Çizime dön" : "Tablo olarak göster"}</MenuItem>
      <MenuItem onSelect={onDefined}>Tanım</MenuItem>
      <MenuLine />
      <FileItems {...props} />
    </Menu>
  );
}

const headButton = "flex min-h-7 items-center gap-1 rounded-md px-1.5 text-xs hover:bg-hover max-lg:min-h-11 max-lg:px-2.5";

type HeadButtonProps = { icon: ReactNode; pressed?: boolean; onClick: () => void; children: ReactNode };

function HeadButton({ icon, pressed, onClick, children }: HeadButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={classNames(headButton, pressed ? "bg-selected font-medium text-accent-ink" : "text-ink-2")}
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
