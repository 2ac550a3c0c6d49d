import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": new URL(".", import.meta.url).pathname }, conditions: ["react-server"] },
  ssr: { resolve: { conditions: ["react-server", "node", "import", "default"] } },
  test: { include: ["tests/{unit,integration,architecture}/**/*.test.ts"], environment: "node" },
});
