// The demo's ledger: what the Mint declared and sent, what became cards, what was spoiled, destroyed and lost. It is written as
// movements in their order, so that the database itself makes the balances of it.

/** Every 97th serial is spoiled, and a box of 500 of the larger series is missing: the cards take the serials between. */
const serials = [
  `CREATE TEMP TABLE seed_serial AS
   SELECT id, series, week, rank() OVER w AS rn, 0::bigint AS serial FROM seed_card WHERE design = 'new' AND work IN ('qc_pass', 'packed', 'handed_to_ptt', 'closed')
   WINDOW w AS (PARTITION BY series ORDER BY issued_on, n, turn)`,
  `CREATE TEMP TABLE seed_gap AS SELECT (count(*) / 192 * 97)::bigint AS after FROM seed_serial WHERE series = 'A26'`,
  `UPDATE seed_serial SET serial = rn + (rn - 1) / 96`,
  `UPDATE seed_serial SET serial = serial + 500 WHERE series = 'A26' AND serial > (SELECT after FROM seed_gap)`,
  `UPDATE seed_card c SET serial = s.serial FROM seed_serial s WHERE s.id = c.id`,
];

/** One batch a series and week; its serials reach from the end of the batch before to its own last one. */
const batches = [
  `CREATE TEMP TABLE seed_batch AS
   SELECT pg_temp.seed_id('batch' || series || week) AS id, series, week, max(serial) AS last, count(*)::int AS size, false AS running,
     coalesce(lag(max(serial)) OVER (PARTITION BY series ORDER BY week), 0) + 1 AS first, row_number() OVER (ORDER BY week, series) AS position
   FROM seed_serial GROUP BY series, week`,
  // What is being printed now.
  `INSERT INTO seed_batch
   SELECT pg_temp.seed_id('batch' || c.series || 'now'), c.series, s.day, e.last + c.size + 4, c.size, true, e.last + 1, 100000 + row_number() OVER (ORDER BY c.series)
   FROM (SELECT series, count(*)::int AS size FROM seed_card WHERE work IN ('in_batch', 'personalised') GROUP BY series) c, seed_now s,
     LATERAL (SELECT coalesce(max(serial), 0) + CASE WHEN c.series = 'A26' AND max(serial) IS NULL THEN 500 ELSE 0 END AS last FROM seed_serial x WHERE x.series = c.series) e`,
  `INSERT INTO series (code, created_at, is_demo) SELECT code, cut - 30, true FROM seed_now, unnest(ARRAY['A26', 'B26']) code`,
  `INSERT INTO batch (id, number, series, state, size, created_at, created_by_name, allotted_at, sent_at, file_digest, completed_at, is_demo)
   SELECT id, 'P-' || to_char(week, 'YYYY') || '-' || lpad(nextval('batch_number')::text, 4, '0'), series, CASE WHEN running THEN 'in_production' ELSE 'completed' END, size,
     least(week + time '08:30', s.at), 'Ayla Stok', least(week + time '09:30', s.at), least(week + time '10:30', s.at), sha256(id::text::bytea),
     CASE WHEN NOT running THEN least(week + 4 + time '16:00', s.at) END, true FROM seed_batch, seed_now s ORDER BY position`,
  `UPDATE seed_card c SET batch_id = b.id FROM seed_batch b WHERE b.series = c.series AND ((NOT b.running AND c.serial IS NOT NULL AND b.week = c.week)
     OR (b.running AND c.work IN ('in_batch', 'personalised')))`,
];

const actors = `CREATE TEMP TABLE seed_actor AS SELECT
  max(id::text) FILTER (WHERE username = 'stok1@bakanlik.test')::uuid AS a, max(name) FILTER (WHERE username = 'stok1@bakanlik.test') AS a_name,
  max(id::text) FILTER (WHERE username = 'stok2@bakanlik.test')::uuid AS b, max(name) FILTER (WHERE username = 'stok2@bakanlik.test') AS b_name,
  max(id::text) FILTER (WHERE username = 'uzman@bakanlik.test')::uuid AS c, max(name) FILTER (WHERE username = 'uzman@bakanlik.test') AS c_name FROM user_account`;

/** Shipments of boxes of 500, each before its first serial is needed; one of 5,000 on its way, 5,000 more still at the Mint. */
const shipments = [
  `CREATE TEMP TABLE seed_need AS
   SELECT series, last, greatest(5000, ceil(last / 4.0 / 5000) * 5000)::bigint AS step, ceil((last + greatest(2000, last * 0.3)) / 5000.0)::bigint * 5000 AS received
   FROM (SELECT series, max(last) AS last FROM seed_batch GROUP BY series) x`,
  `CREATE TEMP TABLE seed_shipment AS
   SELECT pg_temp.seed_id('shipment' || n.series || f) AS id, n.series, f AS first, least(f + n.step - 1, n.received) AS last,
     greatest(s.cut - 14, coalesce((SELECT min(b.week) FROM seed_batch b WHERE b.series = n.series AND b.last >= f AND NOT b.running), s.day - 25) - 12)::date AS sent_on, false AS on_the_way
   FROM seed_need n, seed_now s, generate_series(1, n.received, n.step) f
   UNION ALL SELECT pg_temp.seed_id('shipment' || n.series || 'way'), n.series, n.received + 1, n.received + 5000, s.day - 1, true FROM seed_need n, seed_now s WHERE n.series = 'A26'`,
  `INSERT INTO shipment (id, number, series, waybill, quantity, sent_on, due_at, state, received_at, received_by_name, is_demo)
   SELECT x.id, 'İ-' || lpad(nextval('shipment_number')::text, 4, '0'), x.series, 'DMB-' || to_char(x.sent_on, 'YYMMDD'), x.last - x.first + 1, x.sent_on, (x.sent_on + 3 + time '14:00'),
     CASE WHEN on_the_way THEN 'in_transit' ELSE 'received' END, CASE WHEN NOT on_the_way THEN x.sent_on + 2 + time '11:00' END, CASE WHEN NOT on_the_way THEN a.a_name END, true
   FROM seed_shipment x, seed_actor a ORDER BY x.sent_on, x.series, x.first`,
  `INSERT INTO shipment_box (shipment_id, number, serials, state)
   SELECT x.id, row_number() OVER (PARTITION BY x.id ORDER BY f), int8range(f, least(f + 500, x.last + 1)), CASE WHEN on_the_way THEN 'sent' ELSE 'received' END
   FROM seed_shipment x, generate_series(x.first, x.last, 500) f`,
];

const act = `CREATE TEMP TABLE seed_act (id uuid, series text, kind text, at timestamptz, actor text, approver text, witness text, reason text, method text, document_no text,
  batch_id uuid, shipment_id uuid, case_id uuid, place int);
  CREATE TEMP TABLE seed_line (act uuid, first bigint, last bigint, from_account text, to_account text, batch_id uuid)`;

/** Movements in pairs: the act, and the ranges it moves. */
const acts = [
  `INSERT INTO seed_act SELECT pg_temp.seed_id('declare' || x.id), series, 'declare', x.sent_on - 3 + time '09:00', 'a', NULL, NULL, NULL, NULL, 'DMB-B-' || to_char(x.sent_on, 'YYMMDD'), NULL, NULL, NULL, 1 FROM seed_shipment x`,
  `INSERT INTO seed_line SELECT pg_temp.seed_id('declare' || x.id), first, CASE WHEN on_the_way THEN last + 5000 ELSE last END, 'outside', 'mint_declared', NULL FROM seed_shipment x`,
  `INSERT INTO seed_act SELECT pg_temp.seed_id('dispatch' || x.id), series, 'dispatch', x.sent_on + time '09:30', 'a', NULL, NULL, NULL, NULL, NULL, NULL, x.id, NULL, 2 FROM seed_shipment x`,
  `INSERT INTO seed_line SELECT pg_temp.seed_id('dispatch' || x.id), first, last, 'mint_declared', 'transit_mint_nvi', NULL FROM seed_shipment x`,
  `INSERT INTO seed_act SELECT pg_temp.seed_id('receive' || x.id), series, 'receive', x.sent_on + 2 + time '11:00', 'a', NULL, NULL, NULL, NULL, NULL, NULL, x.id, NULL, 3 FROM seed_shipment x WHERE NOT on_the_way`,
  `INSERT INTO seed_line SELECT pg_temp.seed_id('receive' || x.id), first, last, 'transit_mint_nvi', 'nvi_vault', NULL FROM seed_shipment x WHERE NOT on_the_way`,
  `INSERT INTO seed_act SELECT pg_temp.seed_id('sample' || x.id), series, 'sample', x.sent_on + 2 + time '15:00', 'b', NULL, NULL, 'Kalite numunesi', NULL, NULL, NULL, NULL, NULL, 4 FROM seed_shipment x WHERE NOT on_the_way AND last = (SELECT received FROM seed_need n WHERE n.series = x.series)`,
  `INSERT INTO seed_line SELECT pg_temp.seed_id('sample' || x.id), last - 19, last, 'nvi_vault', 'qa_sample', NULL FROM seed_shipment x WHERE NOT on_the_way AND last = (SELECT received FROM seed_need n WHERE n.series = x.series)`,
  // The vault gives a batch its serials around the missing box.
  `INSERT INTO seed_act SELECT pg_temp.seed_id('allot' || id), series, 'allot', least(week + time '09:30', s.at), 'a', 'b', NULL, NULL, NULL, NULL, id, NULL, NULL, 5 FROM seed_batch, seed_now s`,
  `INSERT INTO seed_line SELECT pg_temp.seed_id('allot' || id), lower(piece), upper(piece) - 1, 'nvi_vault', 'nvi_floor', id
   FROM seed_batch b, seed_gap g, LATERAL unnest(CASE WHEN b.series = 'A26' THEN int8multirange(int8range(first, last, '[]')) - int8multirange(int8range(g.after, g.after + 500, '(]')) ELSE int8multirange(int8range(first, last, '[]')) END) piece`,
  `INSERT INTO seed_act SELECT pg_temp.seed_id('consume' || id), series, 'consume', least(week + 4 + time '15:00', s.at), 'b', NULL, NULL, NULL, NULL, NULL, id, NULL, NULL, 6 FROM seed_batch, seed_now s WHERE NOT running`,
  `INSERT INTO seed_line SELECT pg_temp.seed_id('consume' || c.batch_id), min(serial), max(serial), 'nvi_floor', 'consumed', c.batch_id
   FROM (SELECT batch_id, serial, serial - row_number() OVER (PARTITION BY batch_id ORDER BY serial) AS island FROM seed_card WHERE serial IS NOT NULL) c GROUP BY c.batch_id, island`,
  `CREATE TEMP TABLE seed_spoiled AS SELECT l.batch_id, b.series, b.week, x AS serial FROM seed_line l JOIN seed_batch b ON b.id = l.batch_id, generate_series(l.first, l.last) x
   WHERE l.to_account = 'nvi_floor' AND NOT b.running AND NOT EXISTS (SELECT FROM seed_serial s WHERE s.series = b.series AND s.serial = x)`,
  `INSERT INTO seed_act SELECT DISTINCT pg_temp.seed_id('spoil' || batch_id), series, 'spoil', least(week + 4 + time '15:30', s.at), 'b', NULL, 'Hakan Basım', 'Baskı kayması', NULL, NULL, batch_id, NULL::uuid, NULL::uuid, 7 FROM seed_spoiled, seed_now s`,
  `INSERT INTO seed_line SELECT pg_temp.seed_id('spoil' || batch_id), serial, serial, 'nvi_floor', 'spoiled_held', batch_id FROM seed_spoiled`,
  `INSERT INTO seed_act SELECT DISTINCT pg_temp.seed_id('destroy' || series || date_trunc('month', week)), series, 'destroy', date_trunc('month', week) + interval '2 months 9 days 10 hours', 'a', 'c', 'Selin Tutanak', 'Aylık imha',
     'Öğütme', 'TUT-' || to_char(week, 'YYYY-MM') || '-' || series, NULL::uuid, NULL::uuid, NULL::uuid, 8 FROM seed_spoiled, seed_now s WHERE date_trunc('month', week) + interval '2 months 10 days' < s.day`,
  `INSERT INTO seed_line SELECT pg_temp.seed_id('destroy' || series || date_trunc('month', week)), serial, serial, 'spoiled_held', 'destroyed', NULL FROM seed_spoiled, seed_now s WHERE date_trunc('month', week) + interval '2 months 10 days' < s.day`,
  // A box of 500 that nobody found at the count.
  `INSERT INTO stock_case (id, number, kind, series, ranges, quantity, detail, opened_at, opened_by_name)
   SELECT pg_temp.seed_id('case-box'), to_char(s.day, 'YYYY') || '-K-' || lpad(nextval('stock_case_number')::text, 3, '0'), 'missing', 'A26', (g.after + 1) || '-' || (g.after + 500), 500,
     'Sayımda bir koli rafında bulunamadı.', s.day - 41 + time '16:20', a.a_name FROM seed_gap g, seed_now s, seed_actor a`,
  `INSERT INTO seed_act SELECT pg_temp.seed_id('lose-box'), 'A26', 'lose', s.day - 40 + time '10:00', 'a', 'b', NULL, 'Sayımda bulunamayan koli', NULL, NULL, NULL, NULL, pg_temp.seed_id('case-box'), 9 FROM seed_now s`,
  `INSERT INTO seed_line SELECT pg_temp.seed_id('lose-box'), after + 1, after + 500, 'nvi_vault', 'missing', NULL FROM seed_gap`,
];

const postings = [
  `INSERT INTO movement (id, series, kind, quantity, occurred_on, at, actor_id, actor_name, actor_role, approved_by_id, approved_by_name, approved_role, witness_name, reason, method,
     document_no, document_id, batch_id, shipment_id, case_id)
   SELECT m.id, m.series, m.kind, l.quantity, m.at::date, m.at, CASE m.actor WHEN 'a' THEN a.a ELSE a.b END, CASE m.actor WHEN 'a' THEN a.a_name ELSE a.b_name END, 'stock_custodian',
     CASE m.approver WHEN 'b' THEN a.b WHEN 'c' THEN a.c END, CASE m.approver WHEN 'b' THEN a.b_name WHEN 'c' THEN a.c_name END,
     CASE m.approver WHEN 'b' THEN 'stock_custodian' WHEN 'c' THEN 'ministry_officer' END, m.witness, m.reason, m.method, m.document_no, CASE m.kind WHEN 'destroy' THEN pg_temp.seed_id('scan') END, m.batch_id, m.shipment_id, m.case_id
   FROM seed_act m JOIN (SELECT act, sum(last - first + 1) AS quantity FROM seed_line GROUP BY act) l ON l.act = m.id, seed_actor a ORDER BY m.at, m.place`,
  `INSERT INTO movement_line (movement_id, series, kind, serials, from_account, to_account, batch_id)
   SELECT m.id, m.series, m.kind, int8range(l.first, l.last, '[]'), l.from_account, l.to_account, l.batch_id
   FROM seed_line l JOIN movement m ON m.id = l.act ORDER BY m.position, l.first`,
];

/** Posted before the cards are written: the database compares both at commit. */
export const ledger = [...serials, ...batches, actors, ...shipments, act, ...acts, ...postings];
