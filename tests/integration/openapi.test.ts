import { expect, test } from "vitest";
import { GET as live } from "../../app/api/health/live/route.ts";
import { GET as ready } from "../../app/api/health/ready/route.ts";
import { GET } from "../../app/api/openapi.json/route.ts";
import { declaredEndpoints } from "../support/contract.ts";

type Described = { openapi: string; paths: Record<string, Record<string, { operationId: string; "x-permission": string }>> };

test("the description of the BFF names every endpoint with its permission", async () => {
  const description = (await GET().json()) as Described;
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => `${operation.operationId} ${method} ${path} ${operation["x-permission"]}`),
  );
  const declared = (await declaredEndpoints()).map(
    ({ endpoint: { name, method, path, permission } }) =>
      `${name} ${method.toLowerCase()} ${path.replace(/\[(\w+)\]/g, "{$1}")} ${permission}`,
  );
  expect(described.toSorted()).toEqual(declared.toSorted());
});

test("a replica with its database is alive and ready", async () => {
  expect(live().status).toBe(200);
  const response = await ready();
  expect(await response.json()).toEqual({ status: "ok", checks: { database: "ok", mode: "ok", queue: "ok" } });
  expect(response.status).toBe(200);
});
