// An XLSX is a ZIP of XML. Its table of contents is judged before anything is unpacked, and every entry again while it
// is: what says it is small and grows is stopped by the reader.
import { promisify } from "node:util";
import sax from "sax";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { AppError } from "../errors.ts";
import { refusedFile, sheetLimits } from "./sheet.ts";

export type Archive = { zip: ZipFile; entries: Map<string, Entry> };

const open = promisify<Buffer, { lazyEntries: true; validateEntrySizes: true }, ZipFile>(fromBuffer);

/** Refuses damaged, encrypted, macro-carrying and exploding archives. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await open(buffer, { lazyEntries: true, validateEntrySizes: true }).catch(() => {
    throw refusedFile("XLSX açılamadı: dosya bozuk ya da parolalı.");
  });
  if (zip.entryCount > sheetLimits.entries) throw refusedFile("XLSX kabul edilmedi: içinde çok fazla parça var.");
  const entries = await entriesOf(zip);
  const unpacked = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (unpacked > sheetLimits.unpacked) throw refusedFile("XLSX açıldığında çok büyük oluyor; kabul edilmedi.");
  if ([...entries.values()].some((entry) => (entry.generalPurposeBitFlag & 1) === 1))
    throw refusedFile("XLSX parolalı; parolasız kaydedin.");
  if ([...entries.keys()].some((name) => /vbaProject\.bin|macrosheets\//i.test(name)))
    throw refusedFile("Dosyada makro var. Makrosuz (.xlsx) kaydedip yeniden yükleyin.");
  return { zip, entries };
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", () => reject(refusedFile("XLSX açılamadı: dosya bozuk.")));
    zip.readEntry();
  });
}

export type XmlHandlers = {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Walks one XML entry piece by piece; calls `between` after each so that its caller can hand rows on. Absent entries are empty. */
export async function* walkXml(archive: Archive, name: string, handlers: XmlHandlers): AsyncGenerator<void> {
  const entry = archive.entries.get(name);
  if (!entry) return;
  const parser = parserOf(handlers);
  const decoder = new TextDecoder("utf-8");
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      archive.zip.openReadStream(entry, (error, found) => (error ? reject(error) : resolve(found))),
    );
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
      yield;
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    // A row's own refusal is kept; what zlib or the XML parser says tells the office nothing.
    if (error instanceof AppError) throw error;
    throw refusedFile("XLSX okunamadı: içindeki sayfa bozuk ya da bildirdiğinden büyük.");
  }
  yield;
}

/** A document type is how XML bombs begin; no spreadsheet program writes one. */
function parserOf(handlers: XmlHandlers): sax.SAXParser {
  const parser = sax.parser(true, { position: false });
  parser.onerror = (error) => {
    throw error;
  };
  parser.ondoctype = () => {
    throw refusedFile("XLSX kabul edilmedi: sayfasında belge türü bildirimi var.");
  };
  parser.onopentag = ({ name, attributes }) => handlers.open?.(localName(name), attributes as Record<string, string>);
  parser.ontext = (text) => handlers.text?.(text);
  parser.oncdata = (text) => handlers.text?.(text);
  parser.onclosetag = (name) => handlers.close?.(localName(name));
  return parser;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
