import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // `prisma generate` connects to nothing but insists on an address.
  datasource: { url: process.env.MIGRATION_DATABASE_URL ?? "postgresql://unset:unset@127.0.0.1:1/unset" },
});
