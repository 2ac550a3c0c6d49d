"use client";
import type { Written } from "@/components/cards/ledger/forms/act-form-props.ts";
import { type ActName, actTitles } from "@/components/cards/ledger/forms/act-words.ts";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { DeedDone } from "@/components/permits/forms/deed-done.tsx";
import { documents } from "@/lib/cards/ledger-words.ts";

/** How it ended: written, or waiting for the second person. */
export function ActDone({ act, written: { kind, id, quantity, value }, back }: { act: ActName; written: Written; back: string }) {
  const reference = `${documents(quantity)}, ${moneyText(value)}`;
  if (kind === "movement") {
    return (
      <DeedDone
        done={{
          title: `${actTitles[act]}: yazıldı`,
          reference,
          recordHref: ledgerHrefs.movement(id),
          next: ["Hareket defterde kalır; yanlışsa ters kayıtla geri alınır."],
        }}
      />
    );
  }
  return (
    <DeedDone
      done={{
        title: `${actTitles[act]}: önerildi`,
        reference,
        recordHref: act === "find" || act === "write_off" ? back : ledgerHrefs.proposal(id),
        next: [
          "Öneri, Onay bekleyenler sayfasında ikinci kişinin kararını bekler; kendi önerinizi siz onaylayamazsınız.",
          act === "destroy"
            ? "İkinci kişi başka görevde olmalıdır; imha tutanağını ikiniz imzalarsınız."
            : "Karar verilene kadar belgelerin yeri değişmez.",
        ],
      }}
    />
  );
}
