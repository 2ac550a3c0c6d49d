"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { roleLabels } from "@/components/access/labels.ts";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { PaperFacts, PaperSheet, PaperTitle, Signatures } from "@/components/cards/ledger/print/paper-sheet.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page } from "@/components/ui/page-header.tsx";
import { roleMay, roles } from "@/lib/access/policy.ts";
import type { StockProposal } from "@/lib/cards/ledger-rows.ts";
import { documents } from "@/lib/cards/ledger-words.ts";
import { padded, sizeOf } from "@/lib/cards/serial-ranges.ts";
import type { readDestructionRecord } from "@/lib/cards/stock-contract.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

type DestructionRecord = OutputOf<typeof readDestructionRecord>;
type PaperRecord = Pick<
  DestructionRecord,
  "documentNo" | "series" | "digits" | "ranges" | "quantity" | "value" | "method" | "reason" | "people"
> & {
  occurredOn: string | null;
};

/** The same paper while the destruction waits for its second person: printed, signed by both and scanned before it is approved. */
export function DestructionDraftScreen({ proposalId }: { proposalId: string }) {
  const query = useQuery(ledgerQueries.proposal(proposalId));
  const back = ledgerHrefs.proposal(proposalId);
  return (
    <LedgerFrame crumbs={[{ label: "Onay bekleyenler", href: "/access/proposals" }, { label: "İmha tutanağı" }]}>
      <Page className="max-w-[60rem] print:max-w-none print:p-0">
        {query.data ? null : <h1 className="sr-only">İmha tutanağı</h1>}
        <LoadState
          query={query}
          what="Öneri"
          back={
            <Link href={back} className="link">
              Öneriye dön
            </Link>
          }
        >
          {(proposal) => (
            <PaperSheet
              title={`İmha tutanağı ${proposal.documentNo ?? ""}`}
              deed="İmha tutanağını yazdır"
              back={{ href: back, label: "Öneri" }}
            >
              <DestructionPaper record={draftOf(proposal)} />
            </PaperSheet>
          )}
        </LoadState>
      </Page>
    </LedgerFrame>
  );
}

/** Whoever moves stock proposes its destruction. */
const custodian = roles.find((role) => roleMay(role, "ledger:move")) ?? "";

/** The second person and the day are written by hand. */
function draftOf(proposal: StockProposal): PaperRecord {
  const { documentNo, series, digits, ranges, quantity, value, method, reason, proposedByName, decidedByName } = proposal;
  const people = [
    { name: proposedByName, role: custodian },
    { name: decidedByName ?? "", role: "" },
  ];
  return {
    ...{ series, digits, ranges, quantity, value, reason, people },
    documentNo: documentNo ?? "",
    method: method ?? "",
    occurredOn: null,
  };
}

/** The tutanak of a destruction: which numbers, how, and the two people who sign it (L6). */
export function DestructionScreen({ movementId }: { movementId: string }) {
  const query = useQuery(ledgerQueries.destruction(movementId));
  const back = ledgerHrefs.movement(movementId);
  return (
    <LedgerFrame crumbs={[{ label: "Hareketler", href: ledgerHrefs.movements({}) }, { label: "İmha tutanağı" }]}>
      <Page className="max-w-[60rem] print:max-w-none print:p-0">
        {query.data ? null : <h1 className="sr-only">İmha tutanağı</h1>}
        <LoadState
          query={query}
          what="İmha tutanağı"
          back={
            <Link href={back} className="link">
              Harekete dön
            </Link>
          }
        >
          {(record) => (
            <PaperSheet title={`İmha tutanağı ${record.documentNo}`} deed="İmha tutanağını yazdır" back={{ href: back, label: "Hareket" }}>
              <DestructionPaper record={record} />
            </PaperSheet>
          )}
        </LoadState>
      </Page>
    </LedgerFrame>
  );
}

const byHand = "…… / …… / 20……";

function DestructionPaper({ record }: { record: PaperRecord }) {
  const { documentNo, series, quantity, value, method, reason, occurredOn, people } = record;
  const names = people.map(({ name }) => name || "……………………………").join(" ve ");
  const day = occurredOn === null ? byHand : formatDate(occurredOn);
  return (
    <>
      <PaperTitle office="Çalışma ve Sosyal Güvenlik Bakanlığı">DEĞERLİ KÂĞIT İMHA TUTANAĞI</PaperTitle>
      <PaperFacts
        facts={[
          { label: "Tutanak no", value: documentNo },
          { label: "İmha günü", value: day },
          { label: "Seri", value: series },
          { label: "Belge sayısı", value: `${formatNumber(quantity)} (tutarı ${moneyText(value)})` },
          { label: "İmha yöntemi", value: method },
          { label: "Gerekçe", value: reason },
        ]}
      />
      <p className="mt-6 indent-[1.25cm] text-justify">
        Aşağıda numaraları yazılı {documents(quantity)}, {day} tarihinde {names} tarafından, “{method}” yöntemiyle bir daha kullanılamayacak
        biçimde imha edilmiş ve bu tutanak birlikte düzenlenerek imza altına alınmıştır.
      </p>
      <SerialList record={record} />
      <Signatures
        people={people.map(({ name, role }) => ({ name, role: role in roleLabels ? roleLabels[role as keyof typeof roleLabels] : role }))}
      />
    </>
  );
}

const cell = "border border-black px-2 py-0.5";

function SerialList({ record: { series, digits, ranges, quantity } }: { record: PaperRecord }) {
  return (
    <table className="mt-6 w-full border-collapse text-[11pt]">
      <caption className="sr-only">İmha edilen numaralar</caption>
      <thead>
        <tr>
          {["Sıra", "İlk numara", "Son numara", "Adet"].map((name) => (
            <th key={name} scope="col" className={`${cell} text-left`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="num">
        {ranges.map((range, index) => (
          <tr key={range.first} className="break-inside-avoid">
            <td className={cell}>{index + 1}</td>
            <td className={cell}>
              {series} {padded(range.first, digits)}
            </td>
            <td className={cell}>
              {series} {padded(range.last, digits)}
            </td>
            <td className={`${cell} text-right`}>{formatNumber(sizeOf(range))}</td>
          </tr>
        ))}
        <tr>
          <td className={`${cell} font-bold`} colSpan={3}>
            Toplam
          </td>
          <td className={`${cell} text-right font-bold`}>{formatNumber(quantity)}</td>
        </tr>
      </tbody>
    </table>
  );
}
