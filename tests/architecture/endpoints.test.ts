import { describe, expect, test } from "vitest";
import { permissions, roleMay, roles } from "../../lib/access/policy.ts";
import { pathParameters } from "../../lib/platform/http/endpoint.ts";
import { declaredEndpoints, servedRoutes } from "../support/contract.ts";
import { sourcesIn } from "../support/sources.ts";

const endpoints = await declaredEndpoints();
const routes = servedRoutes();

/** Routes that are no operation: the sign-in library's own, what a load balancer asks, the description of the rest. */
const withoutEndpoint = [
  "app/api/auth/[...nextauth]/route.ts",
  "app/api/health/live/route.ts",
  "app/api/health/ready/route.ts",
  "app/api/openapi.json/route.ts",
];

describe("endpoints and routes", () => {
  test("every endpoint is served by exactly one route, at its own path and method", () => {
    expect(endpoints.length).toBeGreaterThan(0);
    const served = routes.map(({ endpointName, method, path }) => `${endpointName} ${method} ${path}`);
    const declared = endpoints.map(({ endpoint: { name, method, path } }) => `${name} ${method} ${path}`);
    expect(served.toSorted()).toEqual(declared.toSorted());
  });

  test("every route serves an endpoint of the contract", () => {
    const files = sourcesIn("app/api").map(({ file }) => file);
    const silent = files.filter((file) => file.endsWith("/route.ts") && !routes.some((route) => route.file === file));
    expect(silent.filter((file) => !withoutEndpoint.includes(file))).toEqual([]);
  });

  test("an endpoint is exported under its own name, once", () => {
    for (const { file, exportName, endpoint } of endpoints) expect(endpoint.name, file).toBe(exportName);
    expect(new Set(endpoints.map(({ endpoint }) => endpoint.name)).size).toBe(endpoints.length);
  });

  /** Asked in one word, answered by another, and why. */
  const answeredElsewhere: Record<string, string> = { countPermits: "the statistics' read model counts the country (quality.md, S2)" };

  test("the operation behind an endpoint stands in a file of the same word", () => {
    for (const { file, operationFile } of routes) expect(operationFile, file).toMatch(/^lib\/[a-z]+\/server\//);
    for (const { endpointName, operationFile } of routes.filter(({ endpointName }) => !(endpointName in answeredElsewhere))) {
      const contract = endpoints.find(({ endpoint }) => endpoint.name === endpointName)?.file;
      expect(operationFile?.split("/")[1], endpointName).toBe(contract?.split("/")[1]);
    }
  });

  test("a parameter in the path is a field of the input", () => {
    for (const { endpoint } of endpoints) {
      const fields = Object.keys("shape" in endpoint.input ? (endpoint.input.shape as object) : {});
      expect(fields, endpoint.name).toEqual(expect.arrayContaining(pathParameters(endpoint.path)));
    }
  });

  test("an address without session limits how often it answers one network", () => {
    for (const { endpoint } of endpoints.filter(({ endpoint }) => endpoint.permission === "public")) {
      expect(endpoint.limitPerMinute, endpoint.name).toBeGreaterThan(0);
    }
  });
});

describe("permissions", () => {
  const code = sourcesIn("lib", "app").filter(({ file }) => file !== "lib/access/policy.ts");

  test.each(permissions)("%s is held by a role and demanded by an endpoint or a command", (permission) => {
    expect(roles.filter((role) => roleMay(role, permission))).not.toEqual([]);
    const isDemanded =
      endpoints.some(({ endpoint }) => endpoint.permission === permission) || code.some(({ text }) => text.includes(`"${permission}"`));
    expect(isDemanded).toBe(true);
  });

  test("only the policy names roles, besides the accounts that have them", () => {
    const named = new RegExp(`"(${roles.join("|")})"`);
    const speaking = [...code, ...sourcesIn("components")].filter(
      ({ file, text }) => named.test(text) && !/(^|[/-])labels\.ts$/.test(file),
    );
    expect(speaking.map(({ file }) => file)).toEqual([]);
  });
});
