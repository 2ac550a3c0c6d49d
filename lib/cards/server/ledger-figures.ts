import { localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeSql } from "../../platform/db/transaction.ts";
import { type DatedLine, equationsOf, lossAccounts, lossesByDay } from "../conservation.ts";
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

/** Lines into and out of the accounts of what is lost, as one text for each series. */
const lossLinesOf = (db: Db, codes: string[]) => db.tx.$queryRaw<{ series: string; text: string }[]>`
  SELECT l.series, string_agg(concat_ws(' ', lower(l.serials), upper(l.serials) - 1, l.from_account, l.to_account, m.occurred_on), ';' ORDER BY l.id) AS text
  FROM movement_line l JOIN movement m ON m.id = l.movement_id
  WHERE l.series = ANY(${codes}) AND (l.to_account = ANY(${[...lossAccounts]}) OR l.from_account = ANY(${[...lossAccounts]})) GROUP BY 1`;

function datedLine(text: string): DatedLine {
  const [first, last, from, to, occurredOn = ""] = text.split(" ");
  return { first: Number(first), last: Number(last), from: from as Account, to: to as Account, occurredOn };
}

const named = <Name extends string>(names: readonly Name[], rows: readonly AccountCount[]): Record<Name, number> => {
  const counts = new Map(rows.map(({ name, count }) => [name, Number(count)]));
  return Object.fromEntries(names.map((name) => [name, counts.get(name) ?? 0])) as Record<Name, number>;
};

function lossesIn(text: string, tariffs: readonly Price[]): Loss[] {
  const found = lossesByDay(text.split(";").filter(Boolean).map(datedLine));
  return lossAccounts.map((account) => {
    const own = found.filter((loss) => loss.account === account);
    const value = own.reduce((sum, { day, count }) => sum + valueOn(tariffs, day, count), 0);
    return { account, count: own.reduce((sum, { count }) => sum + count, 0), value };
  });
}

type Counts = Omit<SeriesFigures, "losses">;

/** Accounts, cards and equations of each series. */
export async function countsOf(db: Db, codes: string[]): Promise<Map<string, Counts>> {
  const [balances, declarations, cards] = [await balancesOf(db, codes), await declarationsOf(db, codes), await cardsOf(db, codes)];
  return new Map(
    codes.map((code) => {
      const made = ofSeries(cards, code);
      const counted = {
        declaredCount: Number(ofSeries(declarations, code)[0]?.count ?? 0),
        balances: named(Account.options, ofSeries(balances, code)),
        cards: named(CardWhereabouts.options, made),
      };
      const cardCount = made.reduce((sum, { count }) => sum + Number(count), 0);
      return [code, { ...counted, equations: equationsOf({ ...counted, cardCount }) }];
    }),
  );
}

const ofSeries = <Row extends { series: string }>(rows: readonly Row[], code: string) => rows.filter(({ series }) => series === code);

/** What of each series was lost, at the tariff of each event's day (L9). */
export async function lossesOf(db: Db, codes: string[], tariffs: readonly Price[]): Promise<Map<string, Loss[]>> {
  const lines = await lossLinesOf(db, codes);
  return new Map(codes.map((code) => [code, lossesIn(ofSeries(lines, code)[0]?.text ?? "", tariffs)]));
}

/** Counts and losses together. */
export async function figuresOf(db: Db, codes: string[], tariffs: readonly Price[]): Promise<Map<string, SeriesFigures>> {
  const counts = await countsOf(db, codes);
  const losses = await lossesOf(db, codes, tariffs);
  return new Map([...counts].map(([code, counted]) => [code, { ...counted, losses: losses.get(code) ?? [] }]));
}
