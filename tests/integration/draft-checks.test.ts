import { expect, test } from "vitest";
import { readCircular } from "../../lib/circulars/server/circular-reads.ts";
import { submitCircular } from "../../lib/circulars/server/submit-circular.ts";
import { aDraft, aksaray, runAt, start, thePeople } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { anInstitution } from "../support/directory.ts";

test("a draft's institutions are judged by the directory as it is now, as submission will judge them", async () => {
  const people = await thePeople();
  const institutionId = await anInstitution({ provinceId: aksaray, name: "Sonradan Kurumu" });
  const draft = await aDraft(people, { recipients: [{ institutionId, role: "action" }] });
  const recipients = async () => {
    const { checks } = await runAt(start, people.officer, readCircular, { circularId: draft.id });
    return checks.find(({ section }) => section === "recipients");
  };
  expect(await recipients()).toMatchObject({ status: "missing", sentence: "Sonradan Kurumu: kanalı yok" });
  await ownerSql(
    "INSERT INTO institution_channel (province_id, institution_id, position, kind, address) VALUES ($1, $2, 0, 'kep', 'sonra@hs01.kep.test')",
    [aksaray, institutionId],
  );
  expect(await recipients()).toMatchObject({ status: "done", sentence: "1 kurum" });
  const submitted = await runAt(start, people.officer, submitCircular, { circularId: draft.id, version: draft.version });
  expect(submitted.recipients[0]?.channels).toEqual([{ kind: "kep", address: "sonra@hs01.kep.test" }]);
});
