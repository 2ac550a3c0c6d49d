// npm run test:long [-- kills]: the kill test with many seeds, 20 kills each; 200 kills unless told.
import { spawn } from "node:child_process";
import path from "node:path";
import { nodePath, prepareTree, root } from "./tree.mjs";

const killsPerSeed = 20;
const kills = Number(process.argv[2] ?? 200);
await prepareTree();
const env = { ...process.env, KILL_SEEDS: String(Math.max(1, Math.ceil(kills / killsPerSeed))) };
const child = spawn(nodePath(), [path.join(root, "scripts/test.mjs"), "integration", "kill.test"], {
  stdio: "inherit",
  env,
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => process.exit(code ?? 1));
