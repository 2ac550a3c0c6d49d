// The least that could answer the same page: one statement, no session, no scope, no check of what is asked or answered.
import http from "node:http";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.MIGRATION_DATABASE_URL, max: 10 });
const province = Number(process.argv[2]);
const text = `
  SELECT p.id, p.number, p.given_names || ' ' || p.surname AS name, p.nationality, p.kind, p.province_id AS "provinceId", p.sector, p.occupation,
    p.valid_from::text AS "validFrom", p.valid_to::text AS "validTo", p.ended_on::text AS "endedOn", p.status AS state, p.registered_at AS "registeredAt",
    p.version, e.id AS "employerId", e.title AS "employerTitle", e.tax_number AS "employerTaxNumber"
  FROM permit p LEFT JOIN employer e ON e.id = p.employer_id
  WHERE p.province_id = $1 ORDER BY p.registered_at DESC, p.id DESC LIMIT 50`;

const server = http.createServer(async (_request, response) => {
  const { rows } = await pool.query({ name: "page", text, values: [province] });
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ permits: rows }));
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as { port: number }).port }));
process.on("disconnect", () => process.exit(0));
