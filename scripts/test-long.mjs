// npm run test:long [-- name [count]]: in full what a usual run does a little of. Without a name each kind in turn, also
// after one that failed.
import { spawn } from "node:child_process";
import path from "node:path";
import { printFailure, SetupError } from "./console.mjs";
import { nodePath, prepareTree, root } from "./tree.mjs";

const killsPerSeed = 20;

/** How much of it unless told, the tests that do it, and how they are told. */
const kinds = {
  ledger: { usual: 100_000, tests: ["unit", "serial-ledger.test"], told: (walks) => ({ LEDGER_WALKS: String(walks) }) },
  movers: { usual: 2_000, tests: ["integration", "ledger-movers.test"], told: (walks) => ({ LEDGER_DATABASE_WALKS: String(walks) }) },
  production: {
    usual: 200,
    tests: ["integration", "card-production-walk.test"],
    told: (walks) => ({ PRODUCTION_WALKS: String(walks) }),
  },
  kills: {
    usual: 200,
    tests: ["integration", "kill.test"],
    told: (kills) => ({ KILL_RECIPIENTS: "2000", KILL_SEEDS: String(Math.max(1, Math.ceil(kills / killsPerSeed))) }),
  },
  inputs: { usual: 200, tests: ["integration", "bad-input.test"], told: (inputs) => ({ BAD_INPUTS: String(inputs) }) },
  tables: { usual: 1_000, tests: ["unit", "disclosure.test"], told: (sets) => ({ DISCLOSURE_TABLES: String(sets) }) },
};

let child;
let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    isStopping = true;
    child?.kill(signal);
  });
}

const [name, count] = process.argv.slice(2);
try {
  const names = Object.keys(kinds);
  if (name && !names.includes(name)) throw new SetupError(`npm run test:long -- ${names.join("|")} [count]: not ${name}.`);
  if (count && !(Number(count) > 0)) throw new SetupError(`npm run test:long -- ${name} [count]: ${count} is no count.`);
  await prepareTree();
  let worst = 0;
  for (const kind of name ? [name] : names) if (!isStopping) worst = Math.max(worst, await run(kinds[kind]));
  process.exitCode = worst;
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

function run({ usual, tests, told }) {
  const env = { ...process.env, ...told(Number(count ?? usual)) };
  return new Promise((resolve) => {
    child = spawn(nodePath(), [path.join(root, "scripts/test.mjs"), ...tests], { stdio: "inherit", env });
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
