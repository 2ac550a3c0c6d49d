import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
// By itself it looks for this file beside the bundle, where it is not: then every PDF would count as damaged.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";

/** Number of pages, or null for a PDF that cannot be opened without a password or at all. Runs no script of the file. */
export async function countPdfPages(bytes: Uint8Array): Promise<number | null> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    return (await task.promise).numPages;
  } catch {
    return null;
  } finally {
    await task.destroy();
  }
}
