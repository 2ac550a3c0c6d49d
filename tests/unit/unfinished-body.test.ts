import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { readInput } from "@/app/api/input.ts";
import { draftCircular } from "@/lib/circulars/contract.ts";

test("an upload that its sender breaks off is a bad input, never a fault of the office", async () => {
  let parts = 0;
  const body = new ReadableStream({
    pull(controller) {
      parts += 1;
      if (parts === 1) controller.enqueue(new TextEncoder().encode('{"subject":'));
      else controller.error(new Error("aborted"));
    },
  });
  const request = new NextRequest("http://127.0.0.1:1/api/circulars", { method: "POST", body, duplex: "half" });
  await expect(readInput(draftCircular, request, {})).rejects.toMatchObject({ code: "bad_input" });
});
