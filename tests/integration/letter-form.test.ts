import { beforeAll, describe, expect, test } from "vitest";
import type { DraftContent } from "../../lib/circulars/contract.ts";
import { amendCircular } from "../../lib/circulars/server/amend-circular.ts";
import { readCircular } from "../../lib/circulars/server/circular-reads.ts";
import { dispatchCircular } from "../../lib/circulars/server/dispatch-circular.ts";
import { previewCircular } from "../../lib/circulars/server/preview-circular.ts";
import { supersedeCircular } from "../../lib/circulars/server/replace-circular.ts";
import { submitCircular } from "../../lib/circulars/server/submit-circular.ts";
import { readVerifiedDocument } from "../../lib/circulars/server/verify-letter.ts";
import {
  aDraft,
  asVisitor,
  carriedToSignature,
  demoRecipients,
  hoursLater,
  type People,
  runAt,
  start,
  thePeople,
} from "../support/circulars.ts";
import { pdfLines, pdfText } from "../unit/fixtures/pdf-text.ts";

let people: People;
beforeAll(async () => {
  people = await thePeople();
});

const table = {
  kind: "table" as const,
  text: "",
  table: {
    hasHeader: true,
    aligns: ["left" as const, "right" as const],
    rows: [
      ["İlçe", "Kart"],
      ["Eskil", "1.204"],
    ],
  },
};

async function written(change: Partial<DraftContent>) {
  const draft = await aDraft(people, { recipients: await demoRecipients(3) });
  const content = { ...draft.content, ...change };
  return runAt(start, people.officer, amendCircular, { circularId: draft.id, version: draft.version, content });
}

const submitted = async ({ id: circularId, version }: { id: string; version: number }) =>
  runAt(start, people.officer, submitCircular, { circularId, version });

describe("a letter with a table and a list on a page of its own", () => {
  test("is previewed, signed, verified and copied as it was written", async () => {
    const first = { kind: "paragraph" as const, text: "Kartlar ilçelere aşağıdaki gibi dağıtılacaktır." };
    const draft = await written({ body: [first, table], layout: "list" });
    const { pages, placement } = await runAt(start, people.officer, previewCircular, { circularId: draft.id, content: draft.content });
    expect(pages).toHaveLength(2);
    expect(placement).toEqual({ isTogether: true, hadRoom: true });

    const signed = await carriedToSignature(people, draft);
    const code = signed.document?.verificationCode ?? "";
    const { bytes } = await asVisitor(start, readVerifiedDocument, { code });
    const lines = (await pdfText(Buffer.from(bytes))).map(pdfLines);
    expect(lines[0]).toEqual(expect.arrayContaining(["İlçe Kart", "Eskil 1.204", "Dağıtım Listesi"]));
    expect(lines[1]?.[0]).toBe("DAĞITIM LİSTESİ");

    const sent = { circularId: signed.id, version: signed.version, recipientCount: 3, duplicateReason: "Deneme" };
    await runAt(start, people.officer, dispatchCircular, sent);
    const { version } = await runAt(start, people.officer, readCircular, { circularId: signed.id });
    const next = await runAt(hoursLater(1), people.officer, supersedeCircular, { circularId: signed.id, version, reason: "Sayı değişti" });
    expect(next.content).toMatchObject({ layout: "list", body: [expect.anything(), first, table] });
  });

  test("binds both in the content digest; what nobody chose is bound as before there was a choice", async () => {
    const body = [{ kind: "paragraph" as const, text: "Kartlar dağıtılacaktır." }];
    const digests: (string | null)[] = [];
    for (const change of [{ body }, { body }, { body, layout: "flow" as const }, { body: [...body, table] }])
      digests.push((await submitted(await written(change))).contentDigest);
    expect(digests[0]).toBe(digests[1]);
    expect(new Set(digests).size).toBe(3);
  });

  test("names the cell that holds a character the letter cannot print", async () => {
    const faulty = { ...table, table: { ...table.table, rows: [["İlçe", "漢"]] } };
    await expect(written({ body: [faulty] })).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: "content.body.0.table.rows.0.1" }] },
    });
  });
});
