import { CardLink } from "@/components/cards/card-link.tsx";
import { PrintedLines } from "@/components/cards/production/manifest/printed-lines.tsx";
import { manifestLineLooks } from "@/components/cards/production/production-words.ts";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { ManifestLine, ManifestRecord } from "@/lib/cards/manifest-contract.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

/** Every line; on paper the head repeats, and both sides sign below the last one. */
export function ManifestTable({ manifest }: { manifest: ManifestRecord }) {
  return (
    <section aria-label="Listenin satırları" className="panel print:overflow-visible print:border-0 print:bg-white print:text-black">
      <Table className="print:hidden" caption={`${manifest.number} sayılı listenin satırları`} inset>
        <thead>
          <tr>
            <Head numeric>No</Head>
            <Head>Barkod</Head>
            <Head>Kart</Head>
            <Head>Seri no</Head>
            <Head>İl</Head>
            <Head>PTT sayımı</Head>
          </tr>
        </thead>
        <tbody>
          {manifest.rows.map((row) => (
            <LineRow key={row.line} row={row} isHandedOver={manifest.state !== "drawn_up"} />
          ))}
        </tbody>
      </Table>
      <PrintedLines manifest={manifest} />
      <Signatures manifest={manifest} />
    </section>
  );
}

function LineRow({ row, isHandedOver }: { row: ManifestLine; isHandedOver: boolean }) {
  const { line, barcode, state, card } = row;
  const isTakenOff = isHandedOver && state === "missing" && card !== null && ["packed", "qc_pass"].includes(card.work);
  const look = manifestLineLooks[state];
  return (
    <Row className="break-inside-avoid">
      <Cell numeric>{formatNumber(line)}</Cell>
      <Cell lead className="code">
        {barcode}
      </Cell>
      <Cell>{card ? <CardLink id={card.id} number={card.number} className="print:text-black print:no-underline" /> : null}</Cell>
      <Cell rest className="code">
        {card?.serialNumber}
      </Cell>
      <Cell rest>{card ? provinceName(card.provinceId) : null}</Cell>
      <Cell>
        <StateWord tone={isTakenOff ? "grey" : look.tone} glyph={isTakenOff ? "ended" : look.glyph} className="print:text-black">
          {isTakenOff ? "Teslim edilmedi" : look.word}
        </StateWord>
      </Cell>
    </Row>
  );
}

/** Signed by hand at the counter: only the paper has it. */
function Signatures({ manifest }: { manifest: ManifestRecord }) {
  return (
    <div className="hidden break-inside-avoid grid-cols-2 gap-8 px-2 pt-8 print:grid">
      {["Teslim eden (NVİ)", "Teslim alan (PTT)"].map((side) => (
        <div key={side} className="border-t border-black pt-1 text-sm">
          {side}: ad, unvan, imza
          <div className="mt-8">
            {formatNumber(manifest.total)} kart · {formatDate(new Date(manifest.createdAt))}
          </div>
        </div>
      ))}
    </div>
  );
}
