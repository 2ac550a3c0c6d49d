"use client";
import Link from "next/link";
import type { Column } from "@/components/permits/list/columns.tsx";
import { permitHref, type usePermitRows } from "@/components/permits/list/permit-rows.ts";
import type { Picks } from "@/components/permits/list/picks.ts";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { Cell, Head, type HeadProps, Row, Table } from "@/components/ui/table.tsx";
import type { PermitRow, PermitSort } from "@/lib/permits/contract.ts";

/** More columns than fit beside the navigation: the table then scrolls within itself. */
const FITTING = 7;

export type PermitTableProps = {
  permits: readonly PermitRow[];
  columns: readonly Column[];
  sort: PermitSort;
  onSort: (sort: PermitSort) => void;
  picks: Picks;
  rows: ReturnType<typeof usePermitRows>;
  /** The rows are those of the previous filter, the new ones are on their way. */
  stale: boolean;
};

export function PermitTable({ permits, columns, sort, onSort, picks, rows, stale }: PermitTableProps) {
  const ids = permits.map(({ id }) => id);
  const scroller =
    columns.length > FITTING ? "md:overflow-x-auto md:[--sticky-top:0]" : "md:max-xl:overflow-x-auto md:max-xl:[--sticky-top:0]";
  return (
    <div className={scroller}>
      <Table caption="İzin kayıtları" aria-busy={stale} className={classNames(stale && "opacity-60")} {...rows.keys.list}>
        <thead>
          <tr>
            <Head className="w-9 !pr-0">
              <Checkbox
                ariaLabel="Bu sayfadakilerin tümünü seç"
                checked={picks.stateOf(ids)}
                onCheckedChange={(on) => picks.set(ids, on)}
              />
            </Head>
            <Head sort={sortOf(["number"], sort, onSort)}>İzin no</Head>
            <Head>Ad soyad</Head>
            {columns.map(({ id, label, numeric, sorts }) => (
              <Head key={id} numeric={numeric} sort={sorts && sortOf(sorts, sort, onSort)}>
                {label}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {permits.map((permit, index) => (
            <Row
              key={permit.id}
              clickable
              picked={picks.has(permit.id)}
              aria-selected={picks.has(permit.id)}
              onClick={() => rows.open(index)}
              {...rows.keys.row(index)}
            >
              <PickCell permit={permit} picks={picks} />
              <Cell className="num">{permit.number}</Cell>
              <NameCell permit={permit} onLeave={() => rows.remember(index)} />
              {columns.map(({ id, numeric, rest, cut, cell }) => (
                <Cell key={id} numeric={numeric} rest={rest} cut={cut} className={classNames(cut && "min-w-40")}>
                  {cell(permit) || null}
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function PickCell({ permit, picks }: { permit: PermitRow; picks: Picks }) {
  return (
    <Cell pick className="w-9 md:!pr-0" onClick={(event) => event.stopPropagation()}>
      <Checkbox
        ariaLabel={`${permit.number} numaralı izni seç`}
        checked={picks.has(permit.id)}
        onCheckedChange={(on) => picks.set([permit.id], on)}
      />
    </Cell>
  );
}

function NameCell({ permit, onLeave }: { permit: PermitRow; onLeave: () => void }) {
  return (
    <Cell lead>
      <Link
        href={permitHref(permit.id)}
        prefetch={false}
        tabIndex={-1}
        title={permit.name}
        className="block max-w-56 truncate max-md:max-w-full"
        onClick={(event) => {
          event.stopPropagation();
          onLeave();
        }}
      >
        {permit.name}
      </Link>
    </Cell>
  );
}

/** A head that already sorts upwards turns round; where there is no way down it stays. */
function sortOf(sorts: readonly PermitSort[], current: PermitSort, onSort: (sort: PermitSort) => void): HeadProps["sort"] {
  const [up, down] = sorts;
  if (up === undefined) return undefined;
  const isDown = current === down || (current === up && up === "newest");
  const isUp = current === up && !isDown;
  const next = isUp && down ? down : up;
  const direction = isUp ? "asc" : null;
  return { direction: isDown ? "desc" : direction, onSort: () => onSort(next) };
}
