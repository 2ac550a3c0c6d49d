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

/** What a compiler remembers of past letters is kept for one more letter, and lost with the compiler after a hundred. */
const keptLetters = 1;
const lettersPerCompiler = 100;

let compiler: NodeCompiler | null = null;
let letterCount = 0;

/** Typesets the letter and hands compiler and entry file to `output`, which must return plain bytes or text. */
export function typeset<Output>(letter: Letter, output: (compiler: NodeCompiler, entry: typeof main) => Output): Output {
  const compiler = freshCompiler();
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

function freshCompiler(): NodeCompiler {
  if (compiler === null || letterCount % lettersPerCompiler === 0) compiler = createCompiler();
  letterCount++;
  return compiler;
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
