import { z } from "zod";
import { errorStatus } from "../errors.ts";
import { type Endpoint, pathParameters } from "./endpoint.ts";
import { Problem } from "./problem.ts";

type Json = Record<string, unknown>;

/** OpenAPI 3.1 of the given endpoints; shapes come from the schemas that parse requests and answers. */
export function openApiDocument(endpoints: Endpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/\[(\w+)\]/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "İzin Masası BFF", version: "1" },
    paths,
    components: {
      schemas: { Problem: z.toJSONSchema(Problem) },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
        partner: { type: "http", scheme: "bearer" },
      },
    },
  };
}

function operationOf(endpoint: Endpoint): Json {
  const open = endpoint.bearer ? [{ partner: [] }] : [];
  return {
    operationId: endpoint.name,
    tags: [endpoint.path.split("/")[2]],
    "x-permission": endpoint.permission,
    security: endpoint.permission === "public" ? open : [{ session: [] }],
    parameters: parametersOf(endpoint),
    ...bodyOf(endpoint),
    responses: { ...successOf(endpoint), default: problem },
  };
}

const codes = Object.keys(errorStatus).join(", ");
const problem = {
  description: `A refusal with a stable code: ${codes}`,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

const isRead = ({ method }: Endpoint): boolean => method === "GET" || method === "DELETE";

function inputSchema(endpoint: Endpoint): { properties: Json; required: string[] } {
  const schema = z.toJSONSchema(endpoint.input, { io: "input", unrepresentable: "any" }) as { properties?: Json; required?: string[] };
  return { properties: schema.properties ?? {}, required: schema.required ?? [] };
}

function parametersOf(endpoint: Endpoint): Json[] {
  const inPath = pathParameters(endpoint.path);
  const { properties, required } = inputSchema(endpoint);
  const names = isRead(endpoint) ? Object.keys(properties) : inPath;
  const carried = names.filter((name) => name !== endpoint.cookie?.field);
  return carried.map((name) => {
    const place = inPath.includes(name) ? "path" : "query";
    return { name, in: place, required: place === "path" || required.includes(name), schema: properties[name] ?? {} };
  });
}

function bodyOf(endpoint: Endpoint): Json {
  if (isRead(endpoint)) return {};
  const { properties, required } = inputSchema(endpoint);
  const elsewhere = new Set([...pathParameters(endpoint.path), endpoint.cookie?.field, endpoint.bearer]);
  const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => !elsewhere.has(name)));
  if (endpoint.takesFile) kept.file = { type: "string", format: "binary" };
  const schema = { type: "object", properties: kept, required: required.filter((name) => name in kept) };
  return { requestBody: { required: true, content: { [endpoint.takesFile ? "multipart/form-data" : "application/json"]: { schema } } } };
}

function successOf(endpoint: Endpoint): Json {
  if (endpoint.answersLink) return { 303: { description: "Goes on with a path-bound cookie" } };
  if (endpoint.answersFile) {
    const content = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };
    return { 200: { description: "The file", content } };
  }
  const schema = z.toJSONSchema(endpoint.output, { io: "output", unrepresentable: "any" });
  return { 200: { description: "The answer", content: { "application/json": { schema } } } };
}
