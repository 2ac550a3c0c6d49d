// Rules that a linter of single lines cannot know: how long a file may be, what it may be called, what no text of
// ours may say.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./tree.mjs";

const notOurs = /^(\.git|node_modules|\.next|\.data|prisma\/generated|test-results|playwright-report)$/;
const code = /\.(ts|tsx|mjs|cjs|css|sql|prisma|typ)$/;
const text = /\.(ts|tsx|mjs|cjs|css|sql|prisma|typ|json|md|yml|yaml|sh)$|(^|\/)\.[a-z.]+$|^\.ci\//;

/** The client fixed the top level; configuration and dot files may stand beside it. */
const topLevelFolders = ["app", "bench", "components", "docs", "lib", "prisma", "public", "scripts", "tests"];
const topLevelFile =
  /^(\..+|README\.md|package(-lock)?\.json|knip\.json|biome\.json|tsconfig\.json|proxy\.ts|next-env\.d\.ts|.+\.config\.(ts|mjs)|.+\.tsbuildinfo)$/;

const emptyNames = /(^|\/)(utils?|helpers?|common|misc|types|constants|index)(\.[^/]+)?(\/|$)/;

/** Written in pieces, so that this file does not break its own rules. */
const machinePath = new RegExp(`(^|[\\s"'\`(=:])/(${["work", "root", "Users"].join("|")})/|/${"home"}/[a-z]|(?<!/var)/${"tmp"}/[a-z]`);
const otherLegalAct = new RegExp(`${"gene"}lge`, "i");

export const lineBudget = (file) => (file.startsWith("tests/") ? 400 : 300);

/** One line for each file that breaks a rule; `fileCount` tells how many were looked at. */
export function checkFiles() {
  const files = filesBelow("");
  return { fileCount: files.length, violations: files.flatMap((file) => [...checkName(file), ...checkContent(file)]) };
}

function checkName(file) {
  const found = [];
  const [first] = file.split("/");
  if (emptyNames.test(file)) found.push(`${file}: a name that says nothing; a line that fits no named file is a missing word`);
  if (file === first && !topLevelFile.test(file)) found.push(`${file}: not a file of the top level`);
  if (file !== first && !first.startsWith(".") && !topLevelFolders.includes(first)) found.push(`${file}: ${first}/ is not a room`);
  return found;
}

function checkContent(file) {
  if (!text.test(file)) return [];
  const lines = readFileSync(path.join(root, file), "utf8").split("\n");
  const found = [];
  const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  if (code.test(file) && !isGenerated(file) && count > lineBudget(file)) found.push(`${file}: ${count} lines, ${lineBudget(file)} allowed`);
  // Below anything else it is a mere text, which neither types nor lint mind; the build does.
  if (lines.slice(1).some((line) => /^\(?"use (client|server)"\)?;?$/.test(line)))
    found.push(`${file}: "use client" is not its first line`);
  for (const [index, line] of lines.entries()) {
    if (machinePath.test(line)) found.push(`${file}:${index + 1}: a path of one machine`);
    if (isShown(file) && otherLegalAct.test(line))
      found.push(`${file}:${index + 1}: on screen a circular is "dağıtımlı yazı"; the other word is another legal act`);
  }
  return found;
}

/** Migrations are written once and never shortened; the rest of SQL keeps to the budget. */
const isGenerated = (file) => file.startsWith("prisma/migrations/");

const isShown = (file) => /^(app|components|lib|prisma)\//.test(file);

function filesBelow(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = folder ? `${folder}/${entry.name}` : entry.name;
    if (notOurs.test(place)) return [];
    if (entry.isDirectory()) return filesBelow(place);
    return entry.isFile() ? [place] : [];
  });
}
