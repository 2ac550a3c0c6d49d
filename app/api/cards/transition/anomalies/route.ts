import { serveRead } from "@/app/api/serve";
import { listDesignAnomalies as list } from "@/lib/cards/server/anomaly-reads.ts";
import { listDesignAnomalies } from "@/lib/cards/transition-contract.ts";

export const GET = serveRead(listDesignAnomalies, list);
