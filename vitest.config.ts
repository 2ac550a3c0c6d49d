import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";

// Pure rules need no database; only files in tests/integration start one.
const environment = "tests/support/environment-setup.ts";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) }, conditions: ["react-server"] },
  ssr: { resolve: { conditions: ["react-server"] } },
  test: {
    environment: "node",
    pool: "forks",
    execArgv: ["--conditions=react-server", "--disable-warning=ExperimentalWarning"],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/{unit,architecture}/**/*.test.ts"],
          setupFiles: [environment],
          // Rules keep nothing between two calls, so their files may share a process and what it has loaded.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/database-setup.ts"],
          setupFiles: [environment, "tests/support/database-clone-setup.ts"],
          // The set-up forgets what a file has left behind, so that a process serves several.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
