// `npm run access:break-glass`: the way back in when no second person is left to approve (docs/operations.md). It works past
// the act of two people, so the trail keeps who ran it and why.
import { parseArgs } from "node:util";
import { breakGlass } from "../lib/access/server/break-glass.ts";

const usage = `usage: npm run access:break-glass -- --reset USERNAME | --disable USERNAME --operator "who runs this" --reason "why, at least 10 characters"`;

const { values } = parseArgs({
  options: { reset: { type: "string" }, disable: { type: "string" }, operator: { type: "string" }, reason: { type: "string" } },
});
const { reset, disable, operator = "", reason = "" } = values;
const username = reset ?? disable;

if (!username || (reset && disable) || operator.trim().length < 3 || reason.trim().length < 10) {
  console.error(usage);
  process.exit(2);
}

const act = reset ? "reset" : "disable";
const outcome = await breakGlass({ act, username, operator: operator.trim(), reason: reason.trim() }, new Date());

if (outcome === "unknown") {
  console.error(`No account is called ${username}.`);
  process.exit(1);
}
console.log(
  `${username}: ${act === "reset" ? "reset; password, second factor, recovery codes and sessions are void" : "closed"}. The audit trail says so.`,
);
if (outcome) console.log(`Set-up link, opens once until ${outcome.expiresAt}:\n  ${outcome.url}`);
process.exit(0);
