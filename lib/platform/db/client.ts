import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../../../prisma/generated/client.ts";
import { env } from "../config/env.ts";

const kept = globalThis as typeof globalThis & { prismaClient?: PrismaClient };

/** One pool a process, as the application's login, which sees no scoped row by itself. */
export function prisma(): PrismaClient {
  kept.prismaClient ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env.DATABASE_URL, max: 10, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 }),
  });
  return kept.prismaClient;
}
