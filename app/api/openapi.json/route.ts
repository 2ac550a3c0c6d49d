import * as account from "@/lib/access/account-contract";
import * as authorities from "@/lib/access/authorities-contract";
import * as access from "@/lib/access/contract";
import * as proposals from "@/lib/access/proposals-contract";
import * as setUp from "@/lib/access/set-up-contract";
import * as units from "@/lib/access/units-contract";
import * as users from "@/lib/access/users-contract";
import * as views from "@/lib/access/views-contract";
import * as audit from "@/lib/audit/contract";
import * as cards from "@/lib/cards/card-contract";
import * as cardCorrections from "@/lib/cards/correction-contract";
import * as cardDeliveries from "@/lib/cards/delivery-contract";
import * as cardDesigns from "@/lib/cards/designs-contract";
import * as cardExceptions from "@/lib/cards/exceptions-contract";
import * as ledger from "@/lib/cards/ledger-contract";
import * as cardManifests from "@/lib/cards/manifest-contract";
import * as cardProduction from "@/lib/cards/production-contract";
import * as cardRequests from "@/lib/cards/request-contract";
import * as stock from "@/lib/cards/stock-contract";
import * as cardTransition from "@/lib/cards/transition-contract";
import * as cardVerification from "@/lib/cards/verification-contract";
import * as circulars from "@/lib/circulars/contract";
import * as deliveries from "@/lib/circulars/delivery-contract";
import * as incoming from "@/lib/circulars/incoming-contract";
import * as nextChannel from "@/lib/circulars/next-channel-contract";
import * as phoneAnswers from "@/lib/circulars/phone-contract";
import * as open from "@/lib/circulars/public-contract";
import * as reach from "@/lib/circulars/reach-contract";
import * as reminders from "@/lib/circulars/reminder-contract";
import * as replacements from "@/lib/circulars/replacement-contract";
import * as signing from "@/lib/circulars/signing-contract";
import * as templates from "@/lib/circulars/template-contract";
import * as addresses from "@/lib/institutions/address-contract";
import * as institutions from "@/lib/institutions/contract";
import * as directoryExports from "@/lib/institutions/export-contract";
import * as institutionImports from "@/lib/institutions/institution-import-contract";
import * as intake from "@/lib/institutions/intake-contract";
import * as listImports from "@/lib/institutions/list-import-contract";
import * as listVersions from "@/lib/institutions/list-version-contract";
import * as permitCommands from "@/lib/permits/commands-contract";
import * as permits from "@/lib/permits/contract";
import * as permitExports from "@/lib/permits/export-contract";
import * as permitImports from "@/lib/permits/import-contract";
import * as permitRadar from "@/lib/permits/radar-contract";
import * as permitSearch from "@/lib/permits/search-contract";
import * as permitSelections from "@/lib/permits/selection-contract";
import type { Endpoint } from "@/lib/platform/http/endpoint";
import { openApiDocument } from "@/lib/platform/http/openapi";
import * as search from "@/lib/search/contract";
import * as statistics from "@/lib/statistics/contract";
import * as ministryHome from "@/lib/statistics/home-contract";
import * as publications from "@/lib/statistics/publication-contract";
import * as countedRecords from "@/lib/statistics/records-contract";

const aboutInstitutions = [institutions, addresses, listVersions, intake, institutionImports, listImports, directoryExports];
const aboutPermits = [permits, permitCommands, permitSearch, permitImports, permitExports, permitRadar, permitSelections];
const aboutCards = [
  cardVerification,
  cardDesigns,
  cards,
  cardDeliveries,
  cardCorrections,
  cardExceptions,
  cardTransition,
  ledger,
  stock,
  cardProduction,
  cardRequests,
  cardManifests,
];
const aboutAccess = [access, account, setUp, users, units, authorities, proposals, views];
const contracts = [
  ...aboutAccess,
  ...aboutInstitutions,
  ...aboutPermits,
  ...aboutCards,
  circulars,
  incoming,
  nextChannel,
  reach,
  replacements,
  templates,
  signing,
  deliveries,
  phoneAnswers,
  reminders,
  open,
  statistics,
  publications,
  countedRecords,
  ministryHome,
  audit,
  search,
];

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "permission" in value && "path" in value;
}

/** The BFF described from the endpoints themselves (OpenAPI 3.1). */
export function GET(): Response {
  const endpoints = contracts.flatMap((contract) => Object.values<unknown>(contract).filter(isEndpoint));
  return Response.json(openApiDocument(endpoints));
}
