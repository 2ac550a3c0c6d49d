"use client";
import { AddressStateWord } from "@/components/institutions/address-words.tsx";
import { ChannelWord } from "@/components/institutions/channel-word.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { NearLink } from "@/components/ui/near-link.tsx";
import { useOpenableRows } from "@/components/ui/openable-rows.ts";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { DirectoryRow } from "@/lib/institutions/contract.ts";
import { kindLabels } from "@/lib/institutions/labels.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";

export type InstitutionTableProps = {
  institutions: readonly DirectoryRow[];
  /** A province's own directory holds one province. */
  hasProvinces: boolean;
  /** The rows are those of the previous filter, the new ones are on their way. */
  stale: boolean;
};

export function InstitutionTable({ institutions, hasProvinces, stale }: InstitutionTableProps) {
  const { open, remember, keys } = useOpenableRows({ list: "/institutions", ids: institutions.map(({ id }) => id) });
  return (
    <Table caption="Kurumlar" aria-busy={stale} className={classNames(stale && "opacity-60")} {...keys.list}>
      <thead>
        <tr>
          <Head>Kurum</Head>
          <Head>Tür</Head>
          {hasProvinces ? <Head>İl</Head> : null}
          <Head>İlçe</Head>
          <Head>DETSİS no</Head>
          <Head>Kanal</Head>
          <Head>İlk adres</Head>
          <Head>Adresin durumu</Head>
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
                  remember(index);
                }}
              >
                {institution.name}
              </NearLink>
            </Cell>
            <Cell>{kindLabels[institution.kind]}</Cell>
            {hasProvinces ? <Cell>{provinceName(institution.provinceId)}</Cell> : null}
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
            <Cell>
              <AddressStateWord state={institution.addressState} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
