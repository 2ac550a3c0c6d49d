// Typst in this process, for the one page that circulars carry along. Nothing is read from disk while compiling.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import QRCode from "qrcode";
import { cardDrawing, cardSize } from "../card-drawing.ts";
import { callouts } from "../card-features.ts";
import type { CardDesign } from "../contract.ts";
import { svgText } from "../drawing-shapes.ts";

const root = "/guide";
const main = { mainFilePath: `${root}/counter-guide.typ` };

export type GuideData = { address: string; [field: string]: unknown };

/** The same content and day give the same bytes, so that a circular's attachment can be recognised. */
export function typesetGuide(data: GuideData, createdAt: Date): Buffer {
  const compiler = createCompiler();
  const file = (name: string, content: string) => compiler.mapShadow(`${root}/${name}`, Buffer.from(content));
  file("guide.json", JSON.stringify(data));
  file("old.svg", drawingOf("old"));
  file("new.svg", drawingOf("new"));
  file("qr.svg", qrOf(data.address));
  return compiler.pdf(main, { pdfStandard: "a-2b", creationTimestamp: Math.floor(createdAt.getTime() / 1_000) });
}

function createCompiler(): NodeCompiler {
  const fonts = ["400Regular/Tinos_400Regular.ttf", "700Bold/Tinos_700Bold.ttf"];
  const fontBlobs = fonts.map((font) => installed("node_modules/@expo-google-fonts/tinos", font));
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs }] });
  compiler.addSource(main.mainFilePath, installed("lib/cards/server", "counter-guide.typ").toString("utf8"));
  return compiler;
}

function drawingOf(design: CardDesign): string {
  const { width, height } = cardSize;
  const shapes = [...cardDrawing(design), ...callouts(design, { disc: "#131b24", figure: "#ffffff" })];
  const viewBox = `-26 -22 ${width + 52} ${height + 30}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" font-family="Tinos">${shapes.map(svgText).join("")}</svg>`;
}

function qrOf(content: string): string {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: "M" });
  const cells = Array.from({ length: modules.size ** 2 }, (_, index) => [index % modules.size, Math.floor(index / modules.size)] as const);
  const dark = cells.filter(([column, row]) => modules.get(row, column)).map(([column, row]) => `M${column} ${row}h1v1h-1z`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules.size} ${modules.size}"><path d="${dark.join("")}" fill="#000"/></svg>`;
}

/** From the working directory: the repository in worker and tests, the traced copy of it in the standalone build. */
function installed(folder: string, name: string): Buffer {
  return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), folder, name));
}
