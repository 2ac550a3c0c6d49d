"use client";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { ChannelWord } from "@/components/institutions/channel-word.tsx";
import { kindLabels } from "@/components/institutions/labels.ts";
import { rememberVisit, useLastVisit } from "@/components/institutions/list-return.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { useListKeys } from "@/components/ui/list-keys.ts";
import { NearLink } from "@/components/ui/near-link.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { InstitutionRow } from "@/lib/institutions/contract.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";

export type InstitutionTableProps = {
  institutions: readonly InstitutionRow[];
  /** The rows are those of the previous filter, the new ones are on their way. */
  stale: boolean;
};

export function InstitutionTable({ institutions, stale }: InstitutionTableProps) {
  const { open, keys } = useOpenRow(institutions);
  const severalProvinces = new Set(institutions.map((row) => row.provinceId)).size > 1;
  return (
    <Table caption="Kurumlar" aria-busy={stale} className={classNames(stale && "opacity-60")} {...keys.list}>
      <thead>
        <tr>
          <Head>Kurum</Head>
          <Head>Tür</Head>
          {severalProvinces ? <Head>İl</Head> : null}
          <Head>İlçe</Head>
          <Head>DETSİS no</Head>
          <Head>Kanal</Head>
          <Head>İlk adres</Head>
        </tr>
      </thead>
      <tbody>
        {institutions.map((institution, index) => (
          <Row key={institution.id} clickable onClick={() => open(index)} {...keys.row(index)}>
            <Cell lead>
              <NearLink
                href={`/institutions/${institution.id}`}
                tabIndex={-1}
                onClick={(event) => {
                  event.stopPropagation();
                  keys.remember(index);
                }}
              >
                {institution.name}
              </NearLink>
            </Cell>
            <Cell>{kindLabels[institution.kind]}</Cell>
            {severalProvinces ? <Cell>{provinceName(institution.provinceId)}</Cell> : null}
            <Cell rest>{institution.district}</Cell>
            <Cell rest className="code">
              {institution.detsisNumber}
            </Cell>
            <Cell>
              <ChannelWord channels={institution.channels} />
            </Cell>
            <Cell rest className="text-ink-2">
              {institution.channels[0]?.address}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** Opening a row remembers filter and row; coming back puts the focus on it again. */
function useOpenRow(institutions: readonly InstitutionRow[]) {
  const router = useRouter();
  const search = useSearchParams().toString();
  const visit = useLastVisit();
  function remember(index: number) {
    const institution = institutions[index];
    if (institution) rememberVisit({ search, institutionId: institution.id });
  }
  function open(index: number) {
    const institution = institutions[index];
    if (!institution) return;
    remember(index);
    router.push(`/institutions/${institution.id}`);
  }
  const keys = useListKeys({ count: institutions.length, onOpen: open });
  const back = visit?.search === search ? institutions.findIndex((institution) => institution.id === visit.institutionId) : -1;
  useReturnFocus(back, keys.focusRow);
  return { open, keys: { ...keys, remember } };
}

/** Only the arrival counts: rows that come later do not take the focus. */
function useReturnFocus(index: number, focusRow: (index: number) => void): void {
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) return;
    arrived.current = true;
    if (index >= 0) focusRow(index);
  });
}
