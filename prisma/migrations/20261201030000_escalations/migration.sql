-- Word of silence goes once to each superior and names everybody below it who is silent (A21). The message is a delivery; what
-- is known of the superior on that day, and whom the message names, stands beside it.
CREATE TABLE "escalation" (
    "delivery_id" UUID NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "circular_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "superior_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "dative" TEXT NOT NULL,
    "relation" TEXT NOT NULL,

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("delivery_id")
);
CREATE TABLE "escalation_recipient" (
    "delivery_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "left_out_at" TIMESTAMPTZ(3),

    CONSTRAINT "escalation_recipient_pkey" PRIMARY KEY ("delivery_id","recipient_id")
);
CREATE UNIQUE INDEX "escalation_circular_id_position_superior_id_key" ON "escalation"("circular_id", "position", "superior_id");
CREATE INDEX "escalation_recipient_recipient_id_idx" ON "escalation_recipient"("recipient_id");
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_superior_id_fkey" FOREIGN KEY ("superior_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "escalation_recipient" ADD CONSTRAINT "escalation_recipient_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "escalation"("delivery_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "escalation_recipient" ADD CONSTRAINT "escalation_recipient_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "circular_recipient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE escalation
  ADD CONSTRAINT escalation_position CHECK (position BETWEEN 1 AND 3),
  ADD CONSTRAINT escalation_relation CHECK (relation IN ('superior', 'peer', 'subordinate', 'private_body', 'natural_person'));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['escalation', 'escalation_recipient'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY country ON %I TO izin_country USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY province ON %I TO izin_province USING (province_id = current_setting(''app.province'')::smallint) '
                   'WITH CHECK (province_id = current_setting(''app.province'')::smallint)', t);
    EXECUTE format('GRANT SELECT ON %I TO izin_base', t);
    EXECUTE format('GRANT INSERT ON %I TO izin_province, izin_country', t);
  END LOOP;
END $$;
GRANT UPDATE (left_out_at) ON escalation_recipient TO izin_province, izin_country;

-- What was written so far: one message a recipient. Of those to one superior the first stands for all, and what has not left
-- of the others stays here. The owner sees no row while policies are forced on them.
ALTER TABLE delivery NO FORCE ROW LEVEL SECURITY;
ALTER TABLE circular_recipient NO FORCE ROW LEVEL SECURITY;
ALTER TABLE institution NO FORCE ROW LEVEL SECURITY;
ALTER TABLE escalation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE escalation_recipient NO FORCE ROW LEVEL SECURITY;
INSERT INTO escalation (delivery_id, province_id, circular_id, position, superior_id, name, dative, relation)
SELECT DISTINCT ON (d.circular_id, p.id) d.id, d.province_id, d.circular_id, 3, p.id, p.name, p.dative, p.relation
FROM delivery d JOIN circular_recipient r ON r.id = d.recipient_id JOIN institution i ON i.id = r.institution_id JOIN institution p ON p.id = i.parent_id
WHERE d.purpose = 'escalation' ORDER BY d.circular_id, p.id, d.created_at, d.id;
INSERT INTO escalation_recipient (delivery_id, recipient_id, province_id)
SELECT DISTINCT e.delivery_id, r.id, r.province_id
FROM delivery d JOIN circular_recipient r ON r.id = d.recipient_id JOIN institution i ON i.id = r.institution_id
  JOIN escalation e ON e.circular_id = d.circular_id AND e.superior_id = i.parent_id
WHERE d.purpose = 'escalation';
UPDATE delivery SET state = 'stopped', next_check_at = NULL, version = version + 1
WHERE purpose = 'escalation' AND state IN ('planned', 'retrying') AND id NOT IN (SELECT delivery_id FROM escalation);
ALTER TABLE delivery FORCE ROW LEVEL SECURITY;
ALTER TABLE circular_recipient FORCE ROW LEVEL SECURITY;
ALTER TABLE institution FORCE ROW LEVEL SECURITY;
ALTER TABLE escalation FORCE ROW LEVEL SECURITY;
ALTER TABLE escalation_recipient FORCE ROW LEVEL SECURITY;

-- Word of silence reaches the superior's address, not the silent institution's own: that one learns nothing from it.
CREATE OR REPLACE FUNCTION address_learns() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO address_record AS a (institution_id, kind, address, province_id, delivered_at, failed_at, failure)
  SELECT coalesce(e.superior_id, r.institution_id), n.channel, n.address, n.province_id, max(coalesce(n.delivered_at, n.read_at)),
    max(n.failed_at) FILTER (WHERE n.state IN ('rejected', 'bounced', 'address_invalid')),
    (array_agg(n.state ORDER BY n.failed_at DESC) FILTER (WHERE n.failed_at IS NOT NULL AND n.state IN ('rejected', 'bounced', 'address_invalid')))[1]
  FROM after_rows n JOIN before_rows o ON o.id = n.id JOIN circular_recipient r ON r.id = n.recipient_id LEFT JOIN escalation e ON e.delivery_id = n.id
  WHERE (n.purpose <> 'escalation' OR e.delivery_id IS NOT NULL)
    AND ((coalesce(n.delivered_at, n.read_at) IS NOT NULL AND coalesce(n.delivered_at, n.read_at) IS DISTINCT FROM coalesce(o.delivered_at, o.read_at))
      OR (n.state IS DISTINCT FROM o.state AND n.failed_at IS NOT NULL AND n.state IN ('rejected', 'bounced', 'address_invalid')))
  GROUP BY 1, n.channel, n.address, n.province_id
  ORDER BY 1, n.channel, n.address
  ON CONFLICT (institution_id, kind, address) DO UPDATE SET
    delivered_at = greatest(a.delivered_at, excluded.delivered_at),
    failure = CASE WHEN a.failed_at IS NULL OR excluded.failed_at >= a.failed_at THEN coalesce(excluded.failure, a.failure) ELSE a.failure END,
    failed_at = greatest(a.failed_at, excluded.failed_at);
  RETURN NULL;
END $$;
