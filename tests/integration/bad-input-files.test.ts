// Files a careless or hostile hand may bring: refused in words at the field, nothing half written (quality.md, R6).
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import yazl from "yazl";
import { sessionFor } from "../support/call-route.ts";
import { thePeople } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { type Answer, everyDoor, sentOf } from "../support/raw-call.ts";
import { samplePdf } from "../support/schema-sample.ts";
import { answerDispatch, fillProvince, type ProvinceRecords } from "../support/second-province.ts";

const doors = new Map((await everyDoor()).map((door) => [door.endpoint.name, door]));
let records: ProvinceRecords;
let cookie = "";

beforeAll(async () => {
  records = await fillProvince(await thePeople(), "Aksaraylılar");
  await answerDispatch(records.dispatched);
  const { name, value } = await sessionFor("memur@aksaray.test");
  cookie = `${name}=${value}`;
}, 120_000);

async function archive(entries: Record<string, Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, bytes] of Object.entries(entries)) zip.addBuffer(bytes, name);
  zip.end();
  return await buffer(zip.outputStream);
}

const wordTypes = Buffer.from(
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    `<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
);
const word = (more: Record<string, Buffer> = {}) =>
  archive({ "[Content_Types].xml": wordTypes, "word/document.xml": Buffer.from("<w:document/>"), ...more });
const zeros = (mebibytes: number) => Buffer.alloc(mebibytes * 1024 * 1024);

async function upload(name: "attachFile" | "uploadEvidence", fileName: string, bytes: Buffer): Promise<Answer> {
  const door = doors.get(name);
  if (!door) throw new Error(`no address ${name}`);
  const circularId = name === "attachFile" ? records.draft.id : records.dispatched.id;
  const file = new File([new Uint8Array(bytes)], fileName);
  return door.knock(sentOf(door.endpoint, { circularId, version: await versionOf(circularId), file }, { cookie }));
}

async function versionOf(id: string): Promise<number> {
  const [row] = await ownerSql<{ version: number }>("SELECT version FROM circular WHERE id = $1", [id]);
  return row?.version ?? 0;
}

const stored = () =>
  ownerSql(`SELECT (SELECT count(*) FROM file) AS files, (SELECT count(*) FROM circular_attachment) AS attachments, (SELECT count(*) FROM evidence) AS evidence,
                   (SELECT count(*) FROM human_task) AS tasks, (SELECT count(*) FROM pgboss.job) AS jobs`);

async function isRefused(answer: Promise<Answer>, words: RegExp): Promise<void> {
  const { status, problem } = await answer;
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(problem?.title).toMatch(words);
}

const encryptedPdf = samplePdf.replace(
  "trailer<</Root 1 0 R>>",
  "4 0 obj<</Filter/Standard/V 1/R 2/O(x)/U(y)/P -4>>endobj\ntrailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>",
);

describe("an attachment", () => {
  test.each<[string, string, () => Buffer | Promise<Buffer>, RegExp]>([
    ["without a byte", "ek.pdf", () => Buffer.alloc(0), /boş/],
    ["that only its name makes a PDF", "ek.pdf", () => Buffer.from("MZ\x90\x00 program"), /kabul edilmedi/],
    ["that is a page with a script", "ek.pdf", () => Buffer.from("<html><script>alert(1)</script></html>"), /kabul edilmedi/],
    ["that begins as a PDF and is none", "ek.pdf", () => Buffer.from("%PDF-1.7\n<script>alert(1)</script>"), /bozuk ya da parolalı/],
    ["that asks for a password", "ek.pdf", () => Buffer.from(encryptedPdf, "latin1"), /bozuk ya da parolalı/],
    ["with a macro in it", "ek.docx", () => word({ "word/vbaProject.bin": Buffer.from("macro") }), /makro/i],
    ["that is a bomb", "ek.docx", () => word({ "word/media/a.bin": zeros(160), "word/media/b.bin": zeros(160) }), /çok büyük/],
    ["that is cut off", "ek.docx", async () => (await word()).subarray(0, -30), /kabul edilmedi|açılamadı/],
    ["that is some archive", "ek.docx", () => archive({ "a.exe": Buffer.from("MZ") }), /kabul edilmedi/],
    [
      "of 25 MB and one byte",
      "ek.pdf",
      () => Buffer.concat([Buffer.from(samplePdf), zeros(25)]).subarray(0, 26_214_401),
      /KEP iletisi|büyük|boyut/,
    ],
    ["far beyond the limit", "ek.pdf", () => Buffer.concat([Buffer.from(samplePdf), zeros(27)]), /büyük|sınır|aş/],
  ])("%s is refused in words and leaves nothing behind", async (_what, name, bytes, words) => {
    const before = await stored();
    const version = await versionOf(records.draft.id);
    await isRefused(upload("attachFile", name, await bytes()), words);
    expect(await stored()).toEqual(before);
    expect(await versionOf(records.draft.id)).toBe(version);
  });

  test("names its field", async () => {
    const { problem } = await upload("attachFile", "ek.docx", await word({ "word/vbaProject.bin": Buffer.from("macro") }));
    expect(problem?.invalidParams).toMatchObject([{ path: "file" }]);
    const longName = await upload("attachFile", `${"a".repeat(250)}.pdf`, Buffer.from(samplePdf));
    expect(longName.problem?.invalidParams).toMatchObject([{ path: "file.name" }]);
  });

  test("without a macro is taken, and given out as a file, never as a page", async () => {
    const taken = await upload("attachFile", "../../temiz.docx", await word());
    expect(taken.status, taken.text).toBe(200);
    const attachments = (JSON.parse(taken.text) as { attachments: { id: string }[] }).attachments;
    const door = doors.get("readAttachment");
    const answer = await door?.knock(
      sentOf(door.endpoint, { circularId: records.draft.id, attachmentId: attachments.at(-1)?.id }, { cookie }),
    );
    const headers = Object.fromEntries(answer?.headers ?? []);
    expect(headers["content-disposition"]).toMatch(/^attachment/);
    expect(headers["content-security-policy"]).toContain("sandbox");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
});

const entities = Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join("");

describe("an evidence file", () => {
  test.each<[string, () => Buffer | Promise<Buffer>]>([
    ["without a byte", () => Buffer.alloc(0)],
    ["that is some text", () => Buffer.from("teslim edildi")],
    ["that is a bomb", () => archive({ "delil.xml": zeros(40) })],
    ["that is a cut-off archive", async () => (await archive({ "delil.xml": Buffer.from("<a/>") })).subarray(0, -10)],
    [
      "of archives in archives",
      async () =>
        archive({ "1.zip": await archive({ "2.zip": await archive({ "3.zip": await archive({ "x.xml": Buffer.from("<a/>") }) }) }) }),
    ],
  ])("%s is refused at its field and leaves nothing behind", async (_what, bytes) => {
    const before = await stored();
    const { status, problem } = await upload("uploadEvidence", "delil.zip", await bytes());
    expect(status).toBe(422);
    expect(problem).toMatchObject({ code: "file_refused", invalidParams: [{ path: "file", message: expect.stringContaining("delil") }] });
    expect(await stored()).toEqual(before);
  });

  test.each<[string, string]>([
    ["entities in entities", `<!DOCTYPE a [<!ENTITY a0 "x">${entities}]><a>&a9;</a>`],
    ["a file of the server", `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`],
    ["an address to fetch", `<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>`],
    ["a depth nobody needs", `${"<a>".repeat(200_000)}${"</a>".repeat(200_000)}`],
  ])("with %s counts for nothing and moves no recipient", async (_what, xml) => {
    const before = await ownerSql("SELECT id, state, version FROM delivery ORDER BY id");
    const startedAt = performance.now();
    const { status, text } = await upload("uploadEvidence", "delil.xml", Buffer.from(`<?xml version="1.0"?>${xml}`));
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect(status, text).toBeLessThan(500);
    if (status === 200) expect(JSON.parse(text)).toMatchObject({ matched: 0, quarantined: 1 });
    expect(text).not.toContain("root:");
    expect(await ownerSql("SELECT id, state, version FROM delivery ORDER BY id")).toEqual(before);
  });
});
