import { expect, test } from "vitest";
import { gathered } from "../../lib/worker/gathered.ts";

test("what arrives while the last mails are being stored is stored together, and each sender hears of its own", async () => {
  const stored: number[][] = [];
  const receive = gathered(async (items: number[]) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (items.includes(13)) throw new Error("no room");
    stored.push(items);
  });
  const heard = [receive(1)];
  await new Promise((resolve) => setTimeout(resolve, 1));
  heard.push(receive(2), receive(3));
  await Promise.all(heard);
  expect(stored).toEqual([[1], [2, 3]]);
  await expect(receive(13)).rejects.toThrow("no room");
  await receive(4);
  expect(stored.at(-1)).toEqual([4]);
});
