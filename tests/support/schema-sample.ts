import { z } from "zod";
import type { Endpoint } from "../../lib/platform/http/endpoint.ts";

/** As much of JSON Schema as the contracts use. */
export type Schema = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  minimum?: number;
  minLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
};

export type Path = (string | number)[];
export type Place = { path: Path; name: string; schema: Schema };

export const inputSchema = (endpoint: Endpoint): Schema =>
  z.toJSONSchema(endpoint.input, { io: "input", unrepresentable: "any" }) as unknown as Schema;

/** The record number at a place of the input: the sample asks for one by the field's name. */
export type IdOf = (name: string) => string;

/** One input that fits the schema: every optional field given, every list with one element. */
export function sampleOf(schema: Schema, idOf: IdOf, name = ""): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sampleOf(schema.anyOf[0] ?? {}, idOf, name);
  if (schema.type === "object" && name === "file") return new File([samplePdf], "ek.pdf");
  if (schema.type === "object") {
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => [key, sampleOf(value, idOf, key)]));
  }
  if (schema.type === "array") return [sampleOf(schema.items ?? {}, idOf, name)];
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1;
  return sampleText(schema, idOf, name);
}

function sampleText({ format, pattern, minLength = 0 }: Schema, idOf: IdOf, name: string): string {
  if (format === "uuid") return idOf(name);
  if (format === "date") return "2026-11-20";
  if (pattern === "^[0-9a-f]{64}$") return "0".repeat(64);
  if (pattern?.includes("\\d{7}")) return "12345678";
  if (pattern?.includes("\\d{6}")) return "123456";
  if (pattern?.startsWith("^\\d")) return "1";
  return "Metin".padEnd(minLength, "x");
}

/** Every place of the input, from the outside in. */
export function placesOf(schema: Schema, path: Path = [], name = ""): Place[] {
  const here = path.length > 0 ? [{ path, name, schema }] : [];
  if (schema.anyOf) return [...here, ...placesOf(schema.anyOf[0] ?? {}, path, name).slice(here.length)];
  if (schema.type === "array") return [...here, ...placesOf(schema.items ?? {}, [...path, 0], name)];
  if (schema.type !== "object") return here;
  return [...here, ...Object.entries(schema.properties ?? {}).flatMap(([key, value]) => placesOf(value, [...path, key], key))];
}

export const isId = ({ schema }: Place): boolean => schema.format === "uuid" || schema.anyOf?.[0]?.format === "uuid";

/** A copy of the input with another value at one place; `undefined` leaves the field out. */
export function withValue(input: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(input)) return input.map((item, index) => (index === key ? withValue(item, rest, value) : item));
  const record = { ...(input as Record<string, unknown>) };
  if (rest.length === 0 && value === undefined) delete record[String(key)];
  else record[String(key)] = withValue(record[String(key)], rest, value);
  return record;
}

export const samplePdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
