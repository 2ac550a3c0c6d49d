import type { Endpoint } from "../../lib/platform/http/endpoint.ts";
import { sourcesIn } from "./sources.ts";

export type DeclaredEndpoint = { file: string; exportName: string; endpoint: Endpoint };

/** Every endpoint of every word's contract files. */
export async function declaredEndpoints(): Promise<DeclaredEndpoint[]> {
  const files = sourcesIn("lib").filter(({ file }) => /^lib\/[a-z]+\/([a-z-]+-)?contract\.ts$/.test(file));
  const found = await Promise.all(
    files.map(async ({ file }) => {
      const contract: Record<string, unknown> = await import(/* @vite-ignore */ `../../${file}`);
      return Object.entries(contract).flatMap(([exportName, value]) => (isEndpoint(value) ? [{ file, exportName, endpoint: value }] : []));
    }),
  );
  return found.flat();
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "method" in value && "path" in value && "permission" in value;
}

export type ServedRoute = { file: string; path: string; method: string; endpointName: string; operationFile: string | null };

/** Every `export const METHOD = serve(endpoint, operation)` below app/api. */
export function servedRoutes(): ServedRoute[] {
  return sourcesIn("app/api")
    .filter(({ file }) => file.endsWith("/route.ts"))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/^export const ([A-Z]+) = serve(?:Read)?\(\s*(?:\w+\.)?(\w+),\s*(\w+),?\s*\)/gm)].map(
        ([, method = "", endpointName = "", operation = ""]) => ({
          file,
          path: `/${file.replace(/^app\//, "").replace(/\/route\.ts$/, "")}`,
          method,
          endpointName,
          operationFile: importedFrom(text, operation),
        }),
      ),
    );
}

function importedFrom(text: string, name: string): string | null {
  const line = text
    .split(";")
    .find((statement) => new RegExp(`[{,\\s](\\w+ as )?${name}[\\s,}]`).test(statement) && statement.includes("import"));
  return /from "@\/(.+?)(\.ts)?"/.exec(line ?? "")?.[1] ?? null;
}
