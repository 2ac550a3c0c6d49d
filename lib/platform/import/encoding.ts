// Text files come in the encoding of whoever saved them: UTF-8 with and without mark, UTF-16 from "Unicode metin",
// windows-1254 from a Turkish spreadsheet.
import { refusedFile } from "./sheet.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1254";

const slice = 65_536;
/** Letters that windows-1254 leaves empty and control characters no list contains: the bytes are something else. */
const foreign = /[^\P{Cc}\t\n\v\f\r]/u;

/** Judged by marks, then by the bytes themselves. Refuses what is no text. */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 4_096);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  if ((zeros[1] ?? 0) > head.length / 4) return "utf-16le";
  if ((zeros[0] ?? 0) > head.length / 4) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1254";
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += slice) decoder.decode(bytes.subarray(at, at + slice), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The text piece by piece, without its byte order mark. */
export function* textOf(bytes: Uint8Array, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += slice) {
    const text = decoder.decode(bytes.subarray(at, at + slice), { stream: at + slice < bytes.length });
    if (foreign.test(text)) throw refusedFile("Dosya metin olarak okunamadı. CSV UTF-8 ya da XLSX olarak kaydedip yeniden yükleyin.");
    yield text;
  }
}
