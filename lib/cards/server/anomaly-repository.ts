// Looks through the cards of the country for what the designs forbid (B19). Reads whole tables, so it belongs into a sweep.
import type { Db } from "../../platform/db/transaction.ts";
import { scopeSql } from "../../platform/db/transaction.ts";
import type { DesignAnomaly } from "../transition-contract.ts";

export type FoundAnomaly = { anomaly: DesignAnomaly; id: string; provinceId: number; permitId: string; detail: string };

/** More than this is one fault with many cards, and dealt with as one. */
const most = 1_000;

/** Old cards issued after the cut-over and its grace, of which nobody was told yet (X3). */
export const findOldAfterCutOver = ({ tx, scope }: Db): Promise<FoundAnomaly[]> => tx.$queryRaw<FoundAnomaly[]>`
  SELECT 'old_after_cutover' AS anomaly, c.id, c.province_id AS "provinceId", c.permit_id AS "permitId",
    'Kart ' || to_char(c.issued_on, 'DD.MM.YYYY') || ' gününde eski tasarımla düzenlenmiş; son gün ' || to_char(g.issue_until + g.grace_days, 'DD.MM.YYYY') || '.' AS detail
  FROM card c JOIN design_generation g ON g.kind = c.kind AND g.design = 'old'
  WHERE ${scopeSql(scope, "c.province_id")} AND c.design = 'old' AND c.issued_on > g.issue_until + g.grace_days
    AND NOT EXISTS (SELECT FROM card_exception x WHERE x.card_id = c.id AND x.kind = 'old_design_after_cutover')
  ORDER BY c.issued_on, c.id LIMIT ${most}`;

/** New cards past quality check since `since` whose serial is not among the consumed ones of the ledger (X2, L5). */
export const findWithoutSerial = ({ tx, scope }: Db, since: string): Promise<FoundAnomaly[]> => tx.$queryRaw<FoundAnomaly[]>`
  SELECT 'new_without_serial' AS anomaly, c.id, c.province_id AS "provinceId", c.permit_id AS "permitId", 'Kartın seri numarası defterde harcanmış görünmüyor.' AS detail
  FROM card c JOIN design_generation g ON g.kind = c.kind AND g.design = 'new' AND g.requires_serial
  WHERE ${scopeSql(scope, "c.province_id")} AND c.design = 'new' AND c.issued_on >= ${since}::date
    AND (c.work IN ('qc_pass', 'packed', 'handed_to_ptt') OR (c.work = 'closed' AND c.whereabouts IS NOT NULL))
    AND NOT EXISTS (SELECT FROM holding h WHERE h.series = c.series AND h.serials @> c.serial AND h.account = 'consumed')
    AND NOT EXISTS (SELECT FROM card_exception x WHERE x.card_id = c.id AND x.kind = 'serial_unknown' AND x.closed_at IS NULL)
  ORDER BY c.id LIMIT ${most}`;

/** Cards that share a serial number; a unique key forbids them. */
export const findSerialTwice = ({ tx, scope }: Db): Promise<FoundAnomaly[]> => tx.$queryRaw<FoundAnomaly[]>`
  SELECT 'serial_twice' AS anomaly, c.id, c.province_id AS "provinceId", c.permit_id AS "permitId", c.serial_number || ' başka bir kartta da yazılı.' AS detail
  FROM card c JOIN (SELECT series, serial FROM card WHERE ${scopeSql(scope, "province_id")} AND serial IS NOT NULL GROUP BY series, serial HAVING count(*) > 1) d
    ON d.series = c.series AND d.serial = c.serial
  WHERE ${scopeSql(scope, "c.province_id")} ORDER BY c.id LIMIT ${most}`;
