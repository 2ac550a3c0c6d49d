"use client";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { PackedList } from "@/components/cards/production/packing/packed-list.tsx";
import { productionQueries } from "@/components/cards/production/production-queries.ts";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { ageWords } from "@/components/cards/record/stage-age.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { type PackableCard, packCards } from "@/lib/cards/manifest-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** A card into its envelope: its serial is read, then the envelope's barcode. */
export function PackingScreen() {
  const query = useQuery(productionQueries.packable());
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Üretim", href: "/cards/production" }, { label: "Paketleme" }]} />
      <Page wide className="grid min-w-0 gap-4">
        <PageHeader
          title="Paketleme"
          meta="Denetimden geçen kart zarfa konur, zarfın PTT barkodu karta yazılır."
          back={{ href: "/cards/production", label: "Üretim" }}
        />
        <LoadState query={query} what="Paketlenecek kartlar" lines={6}>
          {({ cards, total }) =>
            cards.length === 0 ? (
              <EmptyState title="Paketlenecek kart yok">Kalite denetiminden geçen kartlar burada görünür.</EmptyState>
            ) : (
              <div className="grid min-w-0 items-start gap-4 xl:grid-cols-[1fr_22rem]">
                <PairForm cards={cards} />
                <WaitingCards cards={cards} total={total} />
              </div>
            )
          }
        </LoadState>
      </Page>
    </DensityScope>
  );
}

type Pair = { serialNumber: string; barcode: string };
const bare = (typed: string) => typed.toUpperCase().replaceAll(/[\s.-]/g, "");

function PairForm({ cards }: { cards: readonly PackableCard[] }) {
  const pack = useCardDeed(packCards);
  const serialField = useRef<HTMLInputElement>(null);
  const barcodeField = useRef<HTMLInputElement>(null);
  const [pairs, setPairs] = useState<Pair[]>([]);
  const [serial, setSerial] = useState("");
  const [barcode, setBarcode] = useState("");
  const [complaint, setComplaint] = useState<{ at: "serial" | "barcode"; text: string }>();

  function readSerial(event: FormEvent) {
    event.preventDefault();
    const text = serialFault(cards, pairs, bare(serial));
    setComplaint(text ? { at: "serial", text } : undefined);
    if (!text) barcodeField.current?.focus();
  }
  function readBarcode(event: FormEvent) {
    event.preventDefault();
    const late = serialFault(cards, pairs, bare(serial));
    if (late) return setComplaint({ at: "serial", text: late });
    const text = barcodeFault(pairs, bare(barcode));
    if (text) return setComplaint({ at: "barcode", text });
    setPairs([...pairs, { serialNumber: bare(serial), barcode: bare(barcode) }]);
    setSerial("");
    setBarcode("");
    setComplaint(undefined);
    serialField.current?.focus();
  }
  function write() {
    const done = ({ packed, unusual }: { packed: number; unusual: string[] }) => {
      toastDone(`${cardCount(packed)} paketlendi${unusual.length > 0 ? `; ${unusual.length} barkod uluslararası biçimde değil` : ""}.`);
      setPairs([]);
    };
    pack.mutate({ pairs }, { onSuccess: done });
  }
  const refusal = refusalsOf(pack.error, []).general;
  return (
    <Panel title="Zarfla">
      <div className="grid gap-3 sm:grid-cols-2">
        <form onSubmit={readSerial} noValidate>
          <Field label="1. Kartın seri numarası" hint="Okutun ya da yazıp Enter’a basın." {...faultAt(complaint, "serial")}>
            <TextInput
              ref={serialField}
              value={serial}
              autoComplete="off"
              className="num"
              onChange={({ target }) => setSerial(target.value)}
            />
          </Field>
        </form>
        <form onSubmit={readBarcode} noValidate>
          <Field label="2. Zarfın PTT barkodu" hint="Okutunca ikisi birlikte listeye girer." {...faultAt(complaint, "barcode")}>
            <TextInput
              ref={barcodeField}
              value={barcode}
              autoComplete="off"
              className="num"
              onChange={({ target }) => setBarcode(target.value)}
            />
          </Field>
        </form>
      </div>
      {pairs.length > 0 ? (
        <div className="mt-4 grid gap-3 border-t border-line pt-3">
          <PackedList pairs={pairs} onRemove={(gone) => setPairs(pairs.filter((pair) => pair.serialNumber !== gone))} />
          {refusal ? (
            <Banner live tone="red" title="Yazılmadı.">
              {refusal} Okuttuklarınız duruyor.
            </Banner>
          ) : null}
          <div>
            <Button tone="primary" busy={pack.isPending ? "Yazılıyor" : false} onClick={write}>
              {cardCount(pairs.length)}ı paketlendi yaz
            </Button>
          </div>
        </div>
      ) : null}
    </Panel>
  );
}

const faultAt = (complaint: { at: string; text: string } | undefined, at: string) =>
  complaint?.at === at ? { error: complaint.text } : {};

function serialFault(cards: readonly PackableCard[], pairs: readonly Pair[], serialNumber: string): string | null {
  if (serialNumber === "") return "Önce kartın seri numarasını okutun.";
  if (pairs.some((pair) => pair.serialNumber === serialNumber)) return "Bu kart zaten okutuldu.";
  const isKnown = cards.length >= 500 || cards.some((card) => card.serialNumber === serialNumber);
  return isKnown ? null : `${serialNumber} paketlenmeyi bekleyen bir kart değil.`;
}

function barcodeFault(pairs: readonly Pair[], barcode: string): string | null {
  if (!/^[A-Z0-9]{8,20}$/.test(barcode)) return "Barkod 8–20 harf ve rakamdır.";
  return pairs.some((pair) => pair.barcode === barcode) ? "Bu barkod başka bir karta okutuldu." : null;
}

function WaitingCards({ cards, total }: { cards: readonly PackableCard[]; total: number }) {
  const now = new Date().toISOString();
  const shown = cards.slice(0, 12);
  return (
    <Panel title="Bekleyenler" aside={formatNumber(total)} flush>
      <ul className="small">
        {shown.map(({ cardId, serialNumber, since }) => (
          <li key={cardId} className="flex justify-between gap-3 border-b border-line px-[var(--d-panel)] py-2 last:border-b-0">
            <span className="code">{serialNumber}</span>
            <span className="text-ink-3">{ageWords(since, now)}</span>
          </li>
        ))}
      </ul>
      {total > shown.length ? <p className="cap px-[var(--d-panel)] py-2">ve {formatNumber(total - shown.length)} kart daha</p> : null}
    </Panel>
  );
}
