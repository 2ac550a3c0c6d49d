// `npm run audit:verify`: is the trail what it was? Ends with 1 and names the first broken row when it is not.
import { describeFault } from "../lib/audit/chain.ts";
import { verifyTrail } from "../lib/audit/server/verify.ts";
import { env } from "../lib/platform/config/env.ts";

const { sealed, head, anchors, faults } = await verifyTrail({ anchorFile: env.AUDIT_ANCHOR_FILE, now: new Date() });

console.log(`audit trail: ${sealed} sealed events, ${anchors} anchors, head ${head ?? "none"}`);
for (const fault of faults) console.log(`FAULT: ${describeFault(fault)}`);
console.log(faults.length === 0 ? "audit trail: whole" : `audit trail: ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
