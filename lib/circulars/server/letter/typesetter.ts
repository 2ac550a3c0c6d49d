/**
 * Typst in this process. Compiling is synchronous and takes milliseconds, so concurrent callers cannot see each other's
 * data; a long run of letters belongs in the worker all the same.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Letter } from "../../letter.ts";
import { emptyDrawing, markDrawing, qrDrawing } from "./letter-drawings.ts";
import { LetterError } from "./letter-error.ts";
import { templateData } from "./template-data.ts";

/** Nothing is read from disk while compiling: the files below exist only in memory, under a root that does not exist. */
const root = "/letter";
const main = { mainFilePath: `${root}/letter.typ` };

/** What was set for a letter is kept for one more: an office's next one has its head, its foot and its list again. */
const keptLetters = 1;

let kept: NodeCompiler | null = null;

/** Typesets the letter and hands compiler and entry file to `output`, which must return plain bytes or text. */
export function typeset<Output>(letter: Letter, output: (compiler: NodeCompiler, entry: typeof main) => Output): Output {
  kept ??= createCompiler();
  const compiler = kept;
  const file = (name: string, content: string) => compiler.mapShadow(`${root}/${name}`, Buffer.from(content));
  file("letter.json", JSON.stringify(templateData(letter)));
  file("qr.svg", letter.verification.link === null ? emptyDrawing : qrDrawing(letter.verification.link));
  file("mark.svg", letter.mark === null ? emptyDrawing : markDrawing(letter.mark));
  try {
    return output(compiler, main);
  } catch (cause) {
    throw new LetterError("compile_failed", { cause, message: `letter: compile_failed: ${diagnosis(compiler)}` });
  } finally {
    compiler.evictCache(keptLetters);
  }
}

function createCompiler(): NodeCompiler {
  const fonts = ["400Regular/Tinos_400Regular.ttf", "700Bold/Tinos_700Bold.ttf"];
  const fontBlobs = fonts.map((font) => installed("node_modules/@expo-google-fonts/tinos", font));
  const created = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs }] });
  created.addSource(main.mainFilePath, installed("lib/circulars/server/letter", "letter.typ").toString("utf8"));
  return created;
}

/** From the working directory: the repository in worker and tests, the traced copy of it in the standalone build. */
function installed(folder: string, name: string): Buffer {
  return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), folder, name));
}

function diagnosis(failed: NodeCompiler): string {
  const error = failed.compile(main).takeDiagnostics();
  return error === null ? "no diagnosis" : JSON.stringify(failed.fetchDiagnostics(error));
}
