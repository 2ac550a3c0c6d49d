import { serveRead } from "@/app/api/serve";
import { readExpiryRadar } from "@/lib/permits/radar-contract.ts";
import { readExpiryRadar as read } from "@/lib/permits/server/read-expiry-radar.ts";

export const GET = serveRead(readExpiryRadar, read);
