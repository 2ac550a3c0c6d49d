// Typst in this process, for the printable report of a cut. Nothing is read from disk while compiling.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Report } from "../report.ts";

const root = "/report";
const main = { mainFilePath: `${root}/cut-report.typ` };

export function typesetReport(report: Report, createdAt: Date): Buffer {
  const fonts = ["400Regular/Tinos_400Regular.ttf", "700Bold/Tinos_700Bold.ttf"];
  const fontBlobs = fonts.map((font) => installed("node_modules/@expo-google-fonts/tinos", font));
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs }] });
  compiler.addSource(main.mainFilePath, installed("lib/statistics/server", "cut-report.typ").toString("utf8"));
  compiler.mapShadow(`${root}/report.json`, Buffer.from(JSON.stringify(report)));
  return compiler.pdf(main, { pdfStandard: "a-2b", creationTimestamp: Math.floor(createdAt.getTime() / 1_000) });
}

/** From the working directory: the repository in tests, the traced copy of it in the standalone build. */
function installed(folder: string, name: string): Buffer {
  return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), folder, name));
}
