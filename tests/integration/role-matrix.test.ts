// Every address × every role, generated from the contract and the policy: whoever may, may; nobody else does.
import { beforeAll, describe, expect, test } from "vitest";
import { needsSecondFactor, type Permission, type Role, roleMay, roles } from "../../lib/access/policy.ts";
import { callRoute, sessionFor } from "../support/call-route.ts";
import { declaredEndpoints, servedRoutes } from "../support/contract.ts";
import { accountOf, type SessionCookie } from "../support/session.ts";

const permissionOf = new Map((await declaredEndpoints()).map(({ endpoint }) => [endpoint.name, endpoint.permission]));
const routes = servedRoutes().map((route) => ({ ...route, permission: permissionOf.get(route.endpointName) ?? "" }));
const closed = routes.filter(({ permission }) => permission !== "public");
const sessions = new Map<Role, SessionCookie>();
const halfSessions = new Map<Role, SessionCookie>();

const title = "$method $path";
const isForAll = (permission: string) => ["session", "half_session"].includes(permission);
const may = (role: Role, permission: string) => isForAll(permission) || roleMay(role, permission as Permission);

beforeAll(async () => {
  for (const role of roles) sessions.set(role, await sessionFor(accountOf(role)));
  for (const role of roles.filter(needsSecondFactor)) halfSessions.set(role, await sessionFor(accountOf(role), { secondFactor: false }));
});

test("the matrix is about every closed address", () => {
  expect(closed.length).toBeGreaterThan(0);
  expect(closed.every(({ permission }) => permission !== "")).toBe(true);
});

describe("without a session", () => {
  test.each(closed)(`${title} asks to sign in`, async (route) => {
    expect(await callRoute(route)).toMatchObject({ status: 401, code: "unauthenticated" });
  });
});

describe("before the one-time code", () => {
  test.each(closed.filter(({ permission }) => permission !== "half_session"))(`${title} asks for the code`, async (route) => {
    for (const cookie of halfSessions.values()) {
      expect(await callRoute(route, { cookie })).toMatchObject({ status: 401, code: "second_factor_required" });
    }
  });
});

describe("signed in", () => {
  test.each(closed)(`${title} answers those who hold $permission and refuses the others`, async (route) => {
    for (const role of roles) {
      const answer = await callRoute(route, { cookie: sessions.get(role) });
      if (!may(role, route.permission)) expect(answer, role).toMatchObject({ status: 403, code: "forbidden" });
      else
        expect(answer, role).not.toMatchObject({
          status: expect.toSatisfy((status: number) => [401, 403].includes(status) || status >= 500),
        });
    }
  });
});
