import { localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeSql } from "../../platform/db/transaction.ts";
import { equationsOf } from "../conservation.ts";
import { CardWhereabouts } from "../contract.ts";
import { Account, type Loss, type Price, type SeriesFigures } from "../ledger-rows.ts";
import { valueOn } from "../ledger-value.ts";

export async function findTariffs(db: Db): Promise<Price[]> {
  const rows = await db.tx.tariff.findMany({ select: { effectiveFrom: true, price: true, source: true } });
  return rows.map(({ effectiveFrom, ...tariff }) => ({ ...tariff, from: localDate(effectiveFrom) }));
}

type AccountCount = { series: string; name: string | null; count: bigint };

const balancesOf = (db: Db, codes: string[]) => db.tx.$queryRaw<AccountCount[]>`
  SELECT series, account AS name, sum(upper(serials) - lower(serials))::bigint AS count FROM holding WHERE series = ANY(${codes}) GROUP BY 1, 2`;

const declarationsOf = (db: Db, codes: string[]) => db.tx.$queryRaw<AccountCount[]>`
  SELECT series, NULL AS name, sum(CASE from_account WHEN 'outside' THEN 1 ELSE -1 END * (upper(serials) - lower(serials)))::bigint AS count
  FROM movement_line WHERE series = ANY(${codes}) AND (from_account = 'outside' OR to_account = 'outside') GROUP BY 1`;

/** Old-design cards have no serial of the ledger (X2). */
const cardsOf = (db: Db, codes: string[]) => db.tx.$queryRaw<AccountCount[]>`
  SELECT series, whereabouts AS name, count(*) AS count FROM card WHERE series = ANY(${codes}) AND ${scopeSql(db.scope, "province_id")} GROUP BY 1, 2`;

/**
 * What lies spoiled, destroyed, missing or written off, by the day it came there last. A later line into the same account
 * says that the earlier one was left again.
 */
const lossesOf = (db: Db, codes: string[]) => db.tx.$queryRaw<(AccountCount & { day: Date })[]>`
  SELECT h.series, h.account AS name, m.occurred_on AS day, sum(upper(piece) - lower(piece))::bigint AS count
  FROM holding h
  JOIN movement_line l ON l.series = h.series AND l.serials && h.serials AND l.to_account = h.account
  JOIN movement m ON m.id = l.movement_id
  CROSS JOIN LATERAL unnest(int8multirange(l.serials * h.serials) - coalesce((
    SELECT range_agg(later.serials) FROM movement_line later
    WHERE later.series = l.series AND later.serials && l.serials AND later.to_account = l.to_account AND later.id > l.id), '{}'::int8multirange)) AS piece
  WHERE h.series = ANY(${codes}) AND h.account IN ('spoiled_held', 'destroyed', 'missing', 'written_off')
  GROUP BY 1, 2, 3`;

const named = <Name extends string>(names: readonly Name[], rows: readonly AccountCount[]): Record<Name, number> => {
  const counts = new Map(rows.map(({ name, count }) => [name, Number(count)]));
  return Object.fromEntries(names.map((name) => [name, counts.get(name) ?? 0])) as Record<Name, number>;
};

const lossAccounts = ["spoiled_held", "destroyed", "missing", "written_off"] as const;

function lossesIn(rows: readonly (AccountCount & { day: Date })[], tariffs: readonly Price[]): Loss[] {
  return lossAccounts.map((account) => {
    const own = rows.filter(({ name }) => name === account);
    const value = own.reduce((sum, { day, count }) => sum + valueOn(tariffs, localDate(day), Number(count)), 0);
    return { account, count: own.reduce((sum, { count }) => sum + Number(count), 0), value };
  });
}

/** The live numbers of each series: accounts, cards, equations, losses. */
export async function figuresOf(db: Db, codes: string[], tariffs: readonly Price[]): Promise<Map<string, SeriesFigures>> {
  const [balances, declarations, cards, losses] = [
    await balancesOf(db, codes),
    await declarationsOf(db, codes),
    await cardsOf(db, codes),
    await lossesOf(db, codes),
  ];
  const of = <Row extends { series: string }>(rows: readonly Row[], code: string) => rows.filter(({ series }) => series === code);
  return new Map(
    codes.map((code) => {
      const made = of(cards, code);
      const counted = {
        declaredCount: Number(of(declarations, code)[0]?.count ?? 0),
        balances: named(Account.options, of(balances, code)),
        cards: named(CardWhereabouts.options, made),
      };
      const cardCount = made.reduce((sum, { count }) => sum + Number(count), 0);
      return [code, { ...counted, equations: equationsOf({ ...counted, cardCount }), losses: lossesIn(of(losses, code), tariffs) }];
    }),
  );
}
