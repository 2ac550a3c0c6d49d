import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { type BoxResult, sumsOf } from "@/components/cards/ledger/shipments/receipt.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import type { SerialRange, ShipmentRecord } from "@/lib/cards/ledger-rows.ts";
import { documents } from "@/lib/cards/ledger-words.ts";
import { countOf, merged, rangeText } from "@/lib/cards/serial-ranges.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type ReceiveCheckProps = { shipment: ShipmentRecord; results: readonly BoxResult[]; extra: readonly SerialRange[]; note: string };

/** What will be written, before it is: what came, what did not and what that is worth. */
export function ReceiveCheck({ shipment, results, extra, note }: ReceiveCheckProps) {
  const { receivedCount, missing, missingCount } = sumsOf(results);
  const each = shipment.value / Math.max(shipment.quantity, 1);
  const boxes = (outcome: string) => results.filter(({ finding }) => finding.outcome === outcome).map(({ box }) => box.number);
  return (
    <Panel title="Deftere yazılacak">
      <SummaryList
        items={[
          { label: "Gönderilen", value: `${documents(shipment.quantity)}, ${formatNumber(shipment.boxCount)} koli` },
          { label: "Kasaya girecek", value: documents(receivedCount) },
          { label: "Gelmeyen koli", value: boxes("absent").join(", ") || "Yok" },
          { label: "Eksik çıkan koli", value: boxes("short").join(", ") || "Yok" },
          { label: "Eksik numaralar", value: <Ranges shipment={shipment} ranges={merged(missing)} /> },
          { label: "Eksiğin değeri", value: missingCount > 0 ? moneyText(missingCount * each) : "Yok" },
          { label: "Listede olmayan", value: extra.length > 0 ? documents(countOf(extra)) : "Yok" },
          ...(note ? [{ label: "Not", value: note }] : []),
        ]}
      />
      <Banner
        tone={missingCount > 0 || extra.length > 0 ? "amber" : "green"}
        className="mt-4"
        title={
          missingCount > 0
            ? `${documents(missingCount)} için eksik teslim dosyası kendiliğinden açılır.`
            : "Gönderi tam; teslim alma yazılınca kapanır."
        }
      >
        {missingCount > 0 ? "Gelmeyenler yolda kalır; gönderenin rakamı değişmez." : null}
      </Banner>
    </Panel>
  );
}

function Ranges({ shipment, ranges }: { shipment: ShipmentRecord; ranges: readonly SerialRange[] }) {
  if (ranges.length === 0) return "Yok";
  return <span className="code">{ranges.map((range) => rangeText(shipment.series, range, shipment.digits)).join(", ")}</span>;
}
