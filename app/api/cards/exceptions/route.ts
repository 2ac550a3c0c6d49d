import { serveRead } from "@/app/api/serve";
import { listCardExceptions } from "@/lib/cards/exceptions-contract.ts";
import { listCardExceptions as run } from "@/lib/cards/server/list-card-exceptions.ts";

export const GET = serveRead(listCardExceptions, run);
