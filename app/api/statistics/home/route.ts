import { serveRead } from "@/app/api/serve";
import { readMinistryHome } from "@/lib/statistics/home-contract.ts";
import { readMinistryHome as read } from "@/lib/statistics/server/read-ministry-home.ts";

export const GET = serveRead(readMinistryHome, read);
