// `npm run keys:rotate`: a new data key, and everything sealed with an older one sealed again. A run that was cut off goes
// on when it is started again. Old keys stay, because the history of permits is append-only and keeps what they sealed.
import { resealAddresses } from "../lib/cards/server/reseal-addresses-repository.ts";
import { resealWithNewKey } from "../lib/permits/server/rotate-data-key.ts";
import { env } from "../lib/platform/config/env.ts";

const { keyId, resealed } = await resealWithNewKey({
  dataKey: Buffer.from(env.DATA_KEY, "base64"),
  others: [resealAddresses],
  onProgress: (count) => console.log(`${count} records sealed again`),
});
console.log(`data key ${keyId}: ${resealed} records sealed again`);
process.exit(0);
