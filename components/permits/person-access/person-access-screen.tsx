"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { parseAsString, useQueryStates } from "nuqs";
import { roleLabels } from "@/components/access/labels.ts";
import { exactTime } from "@/components/audit/audit-table.tsx";
import { maskedFieldLabels, revealPurposeLabels } from "@/components/permits/labels.ts";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Field } from "@/components/ui/field.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { type PersonAccess, readPersonAccess } from "@/lib/permits/commands-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import { LocalDate } from "@/lib/platform/http/fields.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const text = parseAsString.withDefault("");

/** "Bu kişiyi kim gördü": the auditor's question, answered from the record for all permits of one person. */
export function PersonAccessScreen() {
  const [{ permit, from, to }, setShown] = useQueryStates({ permit: text, from: text, to: text }, { history: "replace" });
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "Denetim kaydı", href: "/audit" }, { label: "Bu kişiyi kim gördü" }]} />
      <PageHeader
        className="px-4 pt-4 pb-3 lg:px-5"
        title="Bu kişiyi kim gördü"
        meta="Kişinin bütün izin kayıtlarını kim açtı, hangi kişisel veriyi hangi amaçla gördü."
      />
      {permit === "" ? (
        <EmptyState
          title="Önce kişiyi seçin"
          action={
            <Link href="/permits" className="link">
              İzin kayıtları
            </Link>
          }
        >
          Kişinin izin kayıtlarından birini açın ve “Bu kişiyi kim gördü” bağlantısına basın.
        </EmptyState>
      ) : (
        <>
          <search className="flex flex-wrap items-end gap-3 border-b border-line px-4 py-3 lg:px-5">
            <Field label="Başlangıç" className="w-36">
              <DateField value={from} onChange={(next) => setShown({ from: next })} />
            </Field>
            <Field label="Bitiş" className="w-36">
              <DateField value={to} onChange={(next) => setShown({ to: next })} />
            </Field>
            <Link href={`/permits/${permit}`} className="link small py-2">
              İzin kaydını aç
            </Link>
          </search>
          <Accesses permitId={permit} from={from} to={to} />
        </>
      )}
    </DensityScope>
  );
}

function Accesses({ permitId, from, to }: { permitId: string; from: string; to: string }) {
  const days = {
    ...(LocalDate.safeParse(from).success ? { from } : {}),
    ...(LocalDate.safeParse(to).success ? { to } : {}),
  };
  const query = useQuery({
    queryKey: [...permitQueries.root, "person-access", permitId, days],
    queryFn: ({ signal }) => call(readPersonAccess, { permitId, ...days }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <LoadState query={query} what="Erişim kaydı">
      {({ accesses, isCut }) =>
        accesses.length === 0 ? (
          <EmptyState title="Bu tarihlerde kimse görmedi">
            Bir kayıt açıldığında ya da kişisel veri gösterildiğinde burada görünür.
          </EmptyState>
        ) : (
          <>
            <AccessTable accesses={accesses} />
            <p role="status" className="small num px-4 py-3 text-ink-3 lg:px-5">
              {formatNumber(accesses.length)} erişim{isCut ? "; daha eskileri için tarih aralığını daraltın" : ", tam liste"}
            </p>
          </>
        )
      }
    </LoadState>
  );
}

function AccessTable({ accesses }: { accesses: readonly PersonAccess[] }) {
  return (
    <Table fixed caption="Kişinin kayıtlarına erişimler, en yeni üstte">
      <thead>
        <tr>
          <Head className="w-40">Zaman</Head>
          <Head className="w-56">Kim</Head>
          <Head className="w-44">Ne gördü</Head>
          <Head>Amaç</Head>
          <Head className="w-44">İzin</Head>
        </tr>
      </thead>
      <tbody>
        {accesses.map((access) => (
          <Row key={`${access.at}${access.permit.id}${access.actorName}${access.field ?? ""}`}>
            <Cell className="num whitespace-nowrap">{exactTime(access.at)}</Cell>
            <Cell lead cut>
              {`${access.actorName} · ${roleWord(access.actorRole)}`}
            </Cell>
            <Cell>{access.field ? maskedFieldLabels[access.field] : "Kaydı açtı"}</Cell>
            <Cell rest wrap>
              {[access.purpose ? revealPurposeLabels[access.purpose] : "", access.note].filter(Boolean).join(": ")}
            </Cell>
            <Cell rest>
              <Link href={`/permits/${access.permit.id}`} className="link code">
                {access.permit.number}
              </Link>{" "}
              {provinceName(access.permit.provinceId)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

const roleWord = (role: string): string => (roleLabels as Readonly<Record<string, string>>)[role] ?? role;
