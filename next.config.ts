import type { NextConfig } from "next";

// The commands of `scripts` run from the project's folder; a lock file further up must not widen what is traced.
const root = process.cwd();

const config: NextConfig = {
  reactCompiler: true,
  // A third of a build's work is writing a cache that only another build here would read; editing goes by `npm run dev`.
  experimental: { turbopackFileSystemCacheForBuild: false },
  output: "standalone",
  poweredByHeader: false,
  // Types are judged by `npm run check`; whoever only starts the application need not wait for it.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: root,
  turbopack: { root },
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "pg-copy-streams",
    "nodemailer",
    "pino",
    "@node-rs/argon2",
    "@myriaddreamin/typst-ts-node-compiler",
    "@duckdb/node-api",
    "@duckdb/node-bindings",
  ],
  outputFileTracingExcludes: {
    // A path computed at run time must never pull the database, its secrets or our own tools into the build.
    "/**": ["./.data/**", "./.git/**", "./tests/**", "./bench/**", "./scripts/**", "./test-results/**", "./prisma/migrations/**"],
  },
  outputFileTracingIncludes: {
    // Read by path while a letter is set, so the tracer cannot see them.
    "/api/**": [
      "./lib/circulars/server/letter/*.typ",
      "./lib/cards/server/*.typ",
      "./lib/statistics/server/*.typ",
      "./node_modules/@expo-google-fonts/tinos/**/*.ttf",
      // Opened by the dynamic linker: `libduckdb.so` beside the binding.
      "./node_modules/@duckdb/node-bindings-*/*",
    ],
  },
};

export default config;
