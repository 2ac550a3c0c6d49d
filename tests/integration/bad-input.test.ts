// Whatever arrives, the answer is a document with a code and the field's name; never a fault, never a trace (quality.md, R7).
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Permission, permissions, type Role, roleMay, roles } from "../../lib/access/policy.ts";
import { sessionFor } from "../support/call-route.ts";
import { thePeople, tokenOf } from "../support/circulars.ts";
import { brokenBodies, spoilt } from "../support/hostile.ts";
import { type Answer, type Door, everyDoor, type Sent, sentOf } from "../support/raw-call.ts";
import { inputSchema, placesOf, sampleOf, withValue } from "../support/schema-sample.ts";
import { answerDispatch, fillProvince, type ProvinceRecords, recordIds } from "../support/second-province.ts";
import { accountOf } from "../support/session.ts";

/** R7 of quality.md: `npm run test:long` gives every address 200, a usual run fewer of them. */
const inputs = Number(process.env.BAD_INPUTS ?? 40);
/** An address that takes nothing has nothing to spoil. */
const inputsWithoutFields = 10;
const lanes = 6;
const doors = await everyDoor();
const named = doors.map((door) => [door.endpoint.name, door] as const);
const bodies = named.filter(([, { endpoint }]) => endpoint.method !== "GET" && endpoint.method !== "DELETE");

let records: ProvinceRecords;
let ids: Map<string, string[]>;
const cookies = new Map<Role, string>();
let networks = 0;

beforeAll(async () => {
  const people = await thePeople();
  records = await fillProvince(people, "Aksaraylılar");
  await answerDispatch(records.dispatched);
  ids = await recordIds(people);
  for (const role of roles) {
    const { name, value } = await sessionFor(accountOf(role));
    cookies.set(role, `${name}=${value}`);
  }
}, 120_000);

const isPermission = (permission: string): permission is Permission => (permissions as string[]).includes(permission);

const actorFor = ({ endpoint: { permission } }: Door): Role =>
  roles.find((role) => isPermission(permission) && roleMay(role, permission)) ?? "provincial_officer";

/** As a permitted person, or as the holder of a real link; each from a network of their own, so that no limit is met. */
function headersFor(door: Door): Record<string, string> {
  networks += 1;
  const link = door.endpoint.cookie && `${door.endpoint.cookie.name}=${tokenOf(records.dispatched.recipients[0]?.id ?? "")}`;
  const cookie = door.endpoint.permission === "public" ? link : cookies.get(actorFor(door));
  const bearer = door.endpoint.bearer && { authorization: `Bearer ${process.env.NVI_KEY}` };
  return { "x-forwarded-for": `10.0.${networks >> 8}.${networks & 255}`, ...(cookie && { cookie }), ...bearer };
}

function sampleFor(door: Door): unknown {
  const isAboutRecipients = placesOf(inputSchema(door.endpoint)).some(({ name }) => name.startsWith("recipientId"));
  return sampleOf(inputSchema(door.endpoint), (name) => {
    if (name === "circularId") return isAboutRecipients ? records.dispatched.id : records.draft.id;
    return ids.get(name)?.[0] ?? "00000000-0000-7000-8000-000000000000";
  });
}

const traces = /\.ts:\d|node_modules|prisma|\bat \w+ \(|SELECT |constraint/i;

/** What is wrong with an answer, if anything. */
function faultIn({ status, text, problem }: Answer): string | null {
  if (status >= 500) return "a fault";
  if (status < 400) return null;
  const { code, title = "", requestId, invalidParams = [] } = problem ?? {};
  if (typeof code !== "string" || typeof requestId !== "string" || !/\p{L}/u.test(title)) return "no words";
  if (traces.test(text)) return "a trace of what is inside";
  return code === "bad_input" && invalidParams.length === 0 ? "no field named" : null;
}

/** Twenty thousand answers: only a bad one is worth an assertion and its words. */
function judge(answer: Answer, said: unknown): void {
  const fault = faultIn(answer);
  if (fault) expect.fail(`${fault}: ${JSON.stringify(said)?.slice(0, 400)} → ${answer.status} ${answer.text.slice(0, 300)}`);
}

/** The version a record has now: most inputs are to reach the rules behind it. */
function nextVersion({ status, text }: Answer): number | null {
  const found = status < 300 || status === 409 ? /"(?:currentVersion|version)":(\d+)/.exec(text)?.[1] : undefined;
  return found ? Number(found) : null;
}

async function tryAll(door: Door, generated: unknown[], sample: unknown): Promise<void> {
  const places = placesOf(inputSchema(door.endpoint));
  const usual = (sample as { version?: number }).version;
  let version: number | null = null;
  const queue = [...generated];
  const lane = async () => {
    for (let input = queue.shift(); input !== undefined; input = queue.shift()) {
      const isUsual = places.some(({ name }) => name === "version") && (input as { version?: unknown }).version === usual;
      const current: unknown = isUsual && version !== null ? withValue(input, ["version"], version) : input;
      const answer = await door.knock(sentOf(door.endpoint, current as Record<string, unknown>, headersFor(door)));
      judge(answer, current);
      version = nextVersion(answer) ?? version;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

describe(`${inputs} spoilt inputs`, () => {
  test("there is an address to try", () => expect(doors.length).toBeGreaterThan(40));

  test.each(named)("%s refuses them in words", async (_name, door) => {
    const sample = sampleFor(door);
    const places = placesOf(inputSchema(door.endpoint));
    const numRuns = places.length > 0 ? inputs : inputsWithoutFields;
    const generated = fc.sample(spoilt(sample, places), { numRuns, seed: 20261123 });
    await tryAll(door, generated, sample);
  });
});

const params = (door: Door) => sentOf(door.endpoint, sampleFor(door) as Record<string, unknown>, {}).params ?? {};
const knockWith = (door: Door, sent: Sent) =>
  door.knock({ params: params(door), ...sent, headers: { ...headersFor(door), ...sent.headers } });

describe("a body that is none", () => {
  test.each(bodies)("%s refuses it", async (_name, door) => {
    for (const body of brokenBodies)
      judge(await knockWith(door, { body, headers: { "content-type": "application/json" } }), body.slice(0, 40));
    for (const type of ["text/plain", "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ""]) {
      judge(await knockWith(door, { body: "--x\r\nkırık", headers: { "content-type": type } }), type);
    }
    judge(await knockWith(door, { body: new Uint8Array([0xff, 0xfe, 0x00, 0x80]) }), "bytes that are no text");
    judge(await knockWith(door, { headers: { "content-length": "99999999999" } }), "a length that is a lie");
  });
});

describe("headers a stranger may send", () => {
  const hostile: Record<string, string>[] = [
    { origin: "null" },
    { origin: "https://baska.example" },
    { origin: "<script>" },
    { "idempotency-key": "kısa" },
    { "idempotency-key": "x".repeat(500) },
    { "x-forwarded-for": Array.from({ length: 900 }, (_, index) => (index * 7_919).toString(36)).join("-") },
    { cookie: "next-auth.session-token=eyJ.bozuk; izin_link=%E0%A4%A" },
  ].map((headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, encodeURI(value)])));

  test.each(named)("%s stands them", async (_name, door) => {
    const sample = sampleFor(door) as Record<string, unknown>;
    for (const headers of hostile) {
      judge(await door.knock(sentOf(door.endpoint, sample, { ...headersFor(door), ...headers })), headers);
    }
  });

  test.each(bodies.filter(([, { endpoint }]) => endpoint.takesFile))("%s keeps a key for a file", async (name, door) => {
    const sample = sampleFor(door) as Record<string, unknown>;
    judge(await door.knock(sentOf(door.endpoint, sample, { ...headersFor(door), "idempotency-key": `dosya-${name}` })), "file");
  });

  test.each(bodies.filter(([, { endpoint }]) => !endpoint.takesFile))("%s keeps a key for content however deep", async (name, door) => {
    const sample = sampleFor(door) as Record<string, unknown>;
    const deep = `{"derin":${"[".repeat(50_000)}${"]".repeat(50_000)},${JSON.stringify(sample).slice(1)}`;
    const headers = { "content-type": "application/json", "idempotency-key": `derin-${name}` };
    judge(await knockWith(door, { body: deep, headers }), "deep");
    const lone = JSON.stringify({ ...sample, ek: "\ud800" });
    judge(await knockWith(door, { body: lone, headers: { ...headers, "idempotency-key": `yarim-${name}` } }), "lone surrogate");
  });
});
