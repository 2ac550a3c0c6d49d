-- An instant less an interval is stable and not immutable, so the planner would not put the immutable function's body in its
-- place and called it row by row (100,000 institutions counted on a busy machine: 7.8 s, and 1.5 s with the body in place).
CREATE OR REPLACE FUNCTION address_state(delivered_at timestamptz, confirmed_at timestamptz, failed_at timestamptz, at timestamptz, fresh_days int)
RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN failed_at IS NOT NULL AND failed_at > coalesce(greatest(delivered_at, confirmed_at), '-infinity') THEN 'returned'
    WHEN coalesce(delivered_at, confirmed_at) IS NULL THEN 'untried'
    WHEN greatest(delivered_at, confirmed_at) < at - fresh_days * interval '24 hours' THEN 'ageing'
    ELSE 'fresh' END
$$;
