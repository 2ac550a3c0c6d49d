-- What is known of an institution's address: when a letter last reached it, when one came back, who last confirmed it. Kept by
-- the address itself and not by its place among the channels, so that an address that is put back has not forgotten.
CREATE TABLE "address_record" (
    "institution_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "confirmed_by_name" TEXT,
    "confirmed_way" TEXT,
    "confirmed_note" TEXT,

    CONSTRAINT "address_record_pkey" PRIMARY KEY ("institution_id","kind","address")
);
ALTER TABLE "address_record" ADD CONSTRAINT "address_record_institution_id_fkey" FOREIGN KEY ("institution_id")
  REFERENCES "institution"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "address_record_province_id_failed_at_idx" ON "address_record"("province_id", "failed_at");
ALTER TABLE address_record
  ADD CONSTRAINT address_record_kind CHECK (kind IN ('kep', 'email', 'hand', 'post')),
  ADD CONSTRAINT address_record_failure CHECK ((failed_at IS NULL) = (failure IS NULL) AND failure IN ('rejected', 'bounced', 'address_invalid')),
  ADD CONSTRAINT address_record_way CHECK (confirmed_way IN ('phone', 'letter', 'own_message')),
  ADD CONSTRAINT address_record_confirmed_is_whole CHECK (num_nonnulls(confirmed_at, confirmed_by_name, confirmed_way) IN (0, 3));
ALTER TABLE address_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE address_record FORCE ROW LEVEL SECURITY;
CREATE POLICY country ON address_record TO izin_country USING (true) WITH CHECK (true);
CREATE POLICY province ON address_record TO izin_province USING (province_id = current_setting('app.province')::smallint)
  WITH CHECK (province_id = current_setting('app.province')::smallint);
GRANT SELECT ON address_record TO izin_base;
GRANT INSERT, UPDATE ON address_record TO izin_province, izin_country;

-- The state of an address at a moment, as lib/institutions/address-freshness.ts has it; the two are tested against each other.
CREATE FUNCTION address_state(delivered_at timestamptz, confirmed_at timestamptz, failed_at timestamptz, at timestamptz, fresh_days int)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN failed_at IS NOT NULL AND failed_at > coalesce(greatest(delivered_at, confirmed_at), '-infinity') THEN 'returned'
    WHEN coalesce(delivered_at, confirmed_at) IS NULL THEN 'untried'
    WHEN greatest(delivered_at, confirmed_at) < at - fresh_days * interval '24 hours' THEN 'ageing'
    ELSE 'fresh' END
$$;

-- Deliveries say what became of them by evidence alone (domain.md, N6); an address learns it from them, whoever wrote it. A
-- later word never gives way to an earlier one, so that evidence may come in any order.
CREATE FUNCTION address_learns() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO address_record AS a (institution_id, kind, address, province_id, delivered_at, failed_at, failure)
  SELECT r.institution_id, n.channel, n.address, n.province_id, max(coalesce(n.delivered_at, n.read_at)),
    max(n.failed_at) FILTER (WHERE n.state IN ('rejected', 'bounced', 'address_invalid')),
    (array_agg(n.state ORDER BY n.failed_at DESC) FILTER (WHERE n.failed_at IS NOT NULL AND n.state IN ('rejected', 'bounced', 'address_invalid')))[1]
  FROM after_rows n JOIN before_rows o ON o.id = n.id JOIN circular_recipient r ON r.id = n.recipient_id
  WHERE (coalesce(n.delivered_at, n.read_at) IS NOT NULL AND coalesce(n.delivered_at, n.read_at) IS DISTINCT FROM coalesce(o.delivered_at, o.read_at))
     OR (n.state IS DISTINCT FROM o.state AND n.failed_at IS NOT NULL AND n.state IN ('rejected', 'bounced', 'address_invalid'))
  GROUP BY r.institution_id, n.channel, n.address, n.province_id
  ORDER BY r.institution_id, n.channel, n.address
  ON CONFLICT (institution_id, kind, address) DO UPDATE SET
    delivered_at = greatest(a.delivered_at, excluded.delivered_at),
    failure = CASE WHEN a.failed_at IS NULL OR excluded.failed_at >= a.failed_at THEN coalesce(excluded.failure, a.failure) ELSE a.failure END,
    failed_at = greatest(a.failed_at, excluded.failed_at);
  RETURN NULL;
END $$;
CREATE TRIGGER address_learns AFTER UPDATE ON delivery REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION address_learns();

-- What the deliveries that are there have proved. The owner sees no row while policies are forced on them.
ALTER TABLE delivery NO FORCE ROW LEVEL SECURITY;
ALTER TABLE circular_recipient NO FORCE ROW LEVEL SECURITY;
ALTER TABLE institution NO FORCE ROW LEVEL SECURITY;
ALTER TABLE address_record NO FORCE ROW LEVEL SECURITY;
INSERT INTO address_record (institution_id, kind, address, province_id, delivered_at, failed_at, failure)
SELECT r.institution_id, d.channel, d.address, d.province_id, max(coalesce(d.delivered_at, d.read_at)),
  max(d.failed_at) FILTER (WHERE d.state IN ('rejected', 'bounced', 'address_invalid')),
  (array_agg(d.state ORDER BY d.failed_at DESC) FILTER (WHERE d.failed_at IS NOT NULL AND d.state IN ('rejected', 'bounced', 'address_invalid')))[1]
FROM delivery d JOIN circular_recipient r ON r.id = d.recipient_id
WHERE coalesce(d.delivered_at, d.read_at) IS NOT NULL OR (d.failed_at IS NOT NULL AND d.state IN ('rejected', 'bounced', 'address_invalid'))
GROUP BY r.institution_id, d.channel, d.address, d.province_id;
ALTER TABLE delivery FORCE ROW LEVEL SECURITY;
ALTER TABLE circular_recipient FORCE ROW LEVEL SECURITY;
ALTER TABLE institution FORCE ROW LEVEL SECURITY;
ALTER TABLE address_record FORCE ROW LEVEL SECURITY;
