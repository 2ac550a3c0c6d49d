import { serveRead } from "@/app/api/serve";
import { summariseCardExceptions } from "@/lib/cards/exceptions-contract.ts";
import { summariseCardExceptions as run } from "@/lib/cards/server/list-card-exceptions.ts";

export const GET = serveRead(summariseCardExceptions, run);
