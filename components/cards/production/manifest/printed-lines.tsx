import type { ManifestRecord } from "@/lib/cards/manifest-contract.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const cell = "border border-black px-2 py-1 text-left";
const heads = ["No", "Barkod", "Kart", "Seri no", "İl", "Sayıldı"];

/** The list on paper: a plain grid whose last column is ticked by pen; the head repeats on each sheet. */
export function PrintedLines({ manifest }: { manifest: ManifestRecord }) {
  return (
    <div className="hidden print:grid">
      <table className="w-full border-collapse text-sm text-black">
        <caption className="sr-only">{manifest.number} sayılı liste</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {manifest.rows
            .filter(({ card }) => card !== null)
            .map(({ line, barcode, card }) => (
              <tr key={line} className="break-inside-avoid">
                <td className={`${cell} num text-right`}>{formatNumber(line)}</td>
                <td className={`${cell} code`}>{barcode}</td>
                <td className={`${cell} code`}>{card?.number}</td>
                <td className={`${cell} code`}>{card?.serialNumber}</td>
                <td className={cell}>{card ? provinceName(card.provinceId) : ""}</td>
                <td className={`${cell} w-16`} />
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
