"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { whereaboutsLook } from "@/components/cards/card-looks.ts";
import { ageWords } from "@/components/cards/record/stage-age.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { useListKeys } from "@/components/ui/list-keys.ts";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { exceptionWords, nextStepOf, returnCauseWords } from "@/lib/cards/exceptions.ts";
import type { listCardExceptions, QueuedException } from "@/lib/cards/exceptions-contract.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

type ExceptionTableProps = { queue: OutputOf<typeof listCardExceptions>; hasProvinces: boolean; stale: boolean };

/** Each row leads to the card, where the deed is. */
export function ExceptionTable({ queue: { exceptions, asOf }, hasProvinces, stale }: ExceptionTableProps) {
  const router = useRouter();
  const hrefOf = ({ card }: QueuedException) => `/cards/${card.id}`;
  const open = (index: number) => {
    const one = exceptions[index];
    if (one) router.push(hrefOf(one));
  };
  const keys = useListKeys({ count: exceptions.length, onOpen: open });
  return (
    <div className="flex-1 max-md:overflow-x-clip md:max-2xl:overflow-x-auto md:max-2xl:[--sticky-top:0]">
      <Table caption="Kart istisnaları" aria-busy={stale} className={classNames(stale && "opacity-60")} {...keys.list}>
        <thead>
          <tr>
            <Head>Süresi</Head>
            <Head>Ad soyad</Head>
            <Head>Ne oldu</Head>
            <Head>Nerede</Head>
            {hasProvinces ? <Head>İl</Head> : null}
            <Head>Yaşı</Head>
            <Head>Sahibi</Head>
            <Head>Yapılacak</Head>
          </tr>
        </thead>
        <tbody>
          {exceptions.map((one, index) => (
            <Row key={one.id} clickable onClick={() => open(index)} {...keys.row(index)}>
              <Cell>
                <Due one={one} />
              </Cell>
              <Cell lead>
                <Link
                  href={hrefOf(one)}
                  prefetch={false}
                  tabIndex={-1}
                  className="block max-w-56 truncate max-md:max-w-full"
                  onClick={(event) => event.stopPropagation()}
                >
                  {one.card.name}
                </Link>
              </Cell>
              <Cell>
                <span title={one.detail}>{one.cause ? `İade: ${returnCauseWords[one.cause]}` : exceptionWords[one.kind]}</span>
              </Cell>
              <Cell rest>{whereaboutsLook(one.card).word}</Cell>
              {hasProvinces ? <Cell rest>{provinceName(one.card.provinceId)}</Cell> : null}
              <Cell rest className="num">
                {ageWords(one.openedAt, asOf)}
              </Cell>
              <Cell rest>{one.owner?.name ?? <span className="text-ink-3">Sahipsiz</span>}</Cell>
              <Cell wrap className="md:w-full md:min-w-48">
                {nextStepOf(one.kind, one.cause)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Due({ one }: { one: QueuedException }) {
  return (
    <StateWord tone={one.isOverdue ? "red" : "amber"} glyph={one.isOverdue ? "alert" : "waiting"} className="num">
      {formatDate(one.dueOn)}
      <span className="sr-only">{one.isOverdue ? ", gecikti" : ", süresi var"}</span>
    </StateWord>
  );
}
