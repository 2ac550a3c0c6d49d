/**
 * The arrows between rooms, as errors. The number before each group is the arrow's number in the design
 * ("lib never knows a framework" is arrow 1, and so on): change a rule here only together with the design.
 */
const word = "(access|audit|institutions|permits|cards|circulars|statistics)";
const inWord = `^lib/${word}/`;
const wordServer = `^lib/${word}/server/`;
const prismaClient = ["^prisma/generated/", "^node_modules/@prisma/(client|adapter-pg)/"];
const database = [...prismaClient, "^lib/platform/db/", "^node_modules/(pg|pg-boss)/"];
const openToEveryWord = ["^lib/access/policy\\.ts$", "^lib/audit/events\\.ts$", "^lib/audit/server/record\\.ts$"];

/** Words that each word may import besides itself and what is open to every word (arrow 8). */
const upstream = {
  access: [],
  audit: ["access"],
  institutions: ["audit", "access"],
  permits: ["institutions", "audit", "access"],
  cards: ["permits", "institutions", "audit", "access"],
  circulars: ["institutions", "audit", "access"],
};

function forbid(name, comment, from, to) {
  return { name, comment, severity: "error", from, to };
}

const frameworkRules = [
  forbid(
    "1-lib-knows-no-framework",
    "lib is run by the worker and by tests: no React, no Next",
    { path: "^lib/" },
    { path: "^node_modules/(react|react-dom|next|next-auth|next-themes|nuqs|@tanstack|react-hook-form|@hookform)/" },
  ),
  forbid(
    "1-next-auth-stays-at-the-door",
    "next-auth is known to the session, its own route and the proxy only; the browser never loads it",
    {
      path: "^(app|components|lib|proxy\\.ts)",
      pathNot: ["^app/session\\.ts$", "^app/api/auth/", "^proxy\\.ts$", "\\.d\\.ts$"],
    },
    { path: "^node_modules/next-auth/" },
  ),
];

const roomRules = [
  forbid(
    "2-components-never-reach-the-server",
    "not even through another file: what components reach is sent to the browser",
    { path: "^components/" },
    { path: [wordServer, ...database, "^lib/(worker|platform/(config|jobs|files))/"], reachable: true },
  ),
  forbid("2-components-know-no-page", "pages compose components, not the reverse", { path: "^components/" }, { path: "^app/" }),
  forbid(
    "3-ui-knows-no-domain",
    "ui, charts and shell hold no domain word",
    { path: "^components/(ui|charts|shell)/" },
    { path: [inWord, `^components/${word}/`] },
  ),
  forbid(
    "4-pages-never-import-the-server",
    "only app/api and app/session.ts call operations",
    { path: "^app/", pathNot: ["^app/api/", "^app/session\\.ts$"] },
    { path: [wordServer, ...database, "^lib/search/server/", "^lib/worker/"] },
  ),
  forbid(
    "5-rules-never-reach-the-database",
    "lib/<word>/*.ts is pure and may run in the browser; jobs.ts alone is for the worker and names the queue",
    { path: `${inWord}[^/]+\\.ts$`, pathNot: "/jobs\\.ts$" },
    { path: [wordServer, ...database, "^lib/(worker|platform/(config|jobs|files))/"], reachable: true },
  ),
  forbid(
    "6-only-repositories-know-prisma",
    "tables are read and written by repository.ts and platform/db alone",
    { path: "^(app|components|lib|proxy\\.ts)", pathNot: ["^lib/platform/db/", "^lib/[^/]+/server/.*repository\\.ts$"] },
    { path: prismaClient },
  ),
  forbid(
    "7-platform-knows-no-word",
    "platform is the tools; a domain word in it is in the wrong room",
    { path: "^lib/platform/" },
    { path: [inWord, "^(app|components)/", "^lib/worker/"] },
  ),
];

const wordRules = [
  ...Object.entries(upstream).map(([name, allowed]) =>
    forbid(
      `8-${name}-imports-upstream-only`,
      "downstream imports upstream, never back",
      { path: `^lib/${name}/` },
      { path: inWord, pathNot: [`^lib/(${[name, ...allowed].join("|")})/`, ...openToEveryWord] },
    ),
  ),
  forbid(
    "8-record-stands-alone",
    "every word records; record.ts therefore imports none but the policy",
    { path: "^lib/audit/server/record\\.ts$" },
    { path: inWord, pathNot: ["^lib/audit/", "^lib/access/policy\\.ts$"] },
  ),
  forbid(
    "8-cross-word-reads-go-through-queries",
    "another word's repository and commands are its own business",
    { path: inWord },
    { path: wordServer, pathNot: ["^lib/$1/", "^lib/[^/]+/server/queries\\.ts$", "^lib/audit/server/record\\.ts$"] },
  ),
  forbid(
    "8-the-search-is-on-top",
    "it asks every word and no word knows it",
    { path: "^(lib|components)/", pathNot: "^lib/search/" },
    { path: "^lib/search/" },
  ),
  forbid(
    "8-the-worker-is-on-top",
    "operations are called by the worker, never the reverse",
    { path: "^(app|components|lib)/", pathNot: "^lib/worker/" },
    { path: "^lib/worker/" },
  ),
];

const hygieneRules = [
  forbid("9-no-cycles", "two files that need each other are one file or three", {}, { circular: true }),
  forbid("10-everything-resolves", "an import that leads nowhere", { pathNot: "\\.css$" }, { couldNotResolve: true }),
  forbid(
    "10-server-only-at-two-doors",
    "the mark belongs to the database client and the environment; more marks hide which door matters",
    { pathNot: ["^lib/platform/db/client\\.ts$", "^lib/platform/config/env\\.ts$"] },
    { path: "^node_modules/server-only/" },
  ),
  forbid(
    "10-no-test-tools-at-run-time",
    "what runs in production is a dependency, not a devDependency",
    { path: "^(app|components|lib|proxy\\.ts)" },
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "^node_modules/@types/" },
  ),
  forbid(
    "10-the-product-knows-no-tests",
    "nothing that ships imports tests or benches",
    { path: "^(app|components|lib|prisma|scripts)/", pathNot: "^scripts/(test|check|browser)" },
    { path: "^(tests|bench)/" },
  ),
];

module.exports = {
  forbidden: [...frameworkRules, ...roomRules, ...wordRules, ...hygieneRules],
  options: {
    doNotFollow: { path: "^(node_modules|prisma/generated)/" },
    exclude: { path: "^(\\.next|\\.data|test-results|playwright-report)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".css", ".d.ts"],
    },
  },
};
