// What a start says is ready is its own: the port is kept while the database is prepared, and a stranger's answer is none.
import { createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import { superviseChildren } from "../../scripts/children.mjs";
import { freePort, holdPort } from "../../scripts/ports.mjs";

const releases: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const release of releases.splice(0)) await release();
});

async function held(port: number) {
  const hold = await holdPort(port);
  if (hold) releases.push(hold.release);
  return hold;
}

test("a port that is kept is nobody else's, and free again afterwards", async () => {
  const kept = await held(0);
  const port = kept?.port ?? 0;
  expect(port).toBeGreaterThan(0);
  expect(await holdPort(port)).toBeNull();
  expect(await freePort(port)).not.toBe(port);
  await kept?.release();
  expect((await held(port))?.port).toBe(port);
});

test("a port taken only under the other name of localhost is taken", async ({ skip }) => {
  const stranger = createServer();
  const port = await new Promise<number | null>((resolve) => {
    stranger.once("error", () => resolve(null));
    stranger.listen(0, "::1", () => resolve((stranger.address() as { port: number }).port));
  });
  skip(port === null, "this machine has no IPv6");
  releases.push(async () => void (await new Promise((resolve) => stranger.close(resolve))));
  expect(await holdPort(port ?? 0)).toBeNull();
});

test("whoever opens the address meanwhile is asked for patience, and does not keep it from being given up", async () => {
  const kept = await held(0);
  const answer = await fetch(`http://127.0.0.1:${kept?.port}/permits`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("3");
  expect(await answer.text()).toContain("İzin Masası kuruluyor");
});

const supervisor = (script: string, isReady: () => Promise<boolean>) => {
  const children = superviseChildren({ env: process.env, logDir: null, onLost: () => {} });
  releases.push(children.stop);
  return children.start({ name: "web", args: ["--eval", script], isReady, saysReady: true });
};

test("a stranger's server at the address does not make our web process ready", async () => {
  const lost = supervisor("setTimeout(() => process.exit(1), 300)", async () => true);
  await expect(lost).rejects.toThrow("web did not start");
});

test("our web process is ready when it has said so and the address answers", async () => {
  let answers = 0;
  await supervisor("process.send('ready'); setInterval(() => {}, 1000)", async () => ++answers > 2);
  expect(answers).toBe(3);
});
