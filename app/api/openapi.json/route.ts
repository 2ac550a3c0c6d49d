import * as access from "@/lib/access/contract";
import * as audit from "@/lib/audit/contract";
import * as circulars from "@/lib/circulars/contract";
import * as deliveries from "@/lib/circulars/delivery-contract";
import * as incoming from "@/lib/circulars/incoming-contract";
import * as open from "@/lib/circulars/public-contract";
import * as signing from "@/lib/circulars/signing-contract";
import * as institutions from "@/lib/institutions/contract";
import type { Endpoint } from "@/lib/platform/http/endpoint";
import { openApiDocument } from "@/lib/platform/http/openapi";

const contracts = [access, institutions, circulars, incoming, signing, deliveries, open, audit];

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "permission" in value && "path" in value;
}

/** The BFF described from the endpoints themselves (OpenAPI 3.1). */
export function GET(): Response {
  const endpoints = contracts.flatMap((contract) => Object.values<unknown>(contract).filter(isEndpoint));
  return Response.json(openApiDocument(endpoints));
}
