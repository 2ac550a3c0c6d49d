// KEP by file: providers that speak no SMTP (PTT KEP speaks SOAP) are served by the officer, who uploads one
// message per recipient in the provider's own screen and then drops the evidence files here.
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

export type KepFile = { recipientName: string; to: string; messageId: string; raw: Buffer };

/** One ZIP with a numbered .eml per recipient and a Turkish read-me; equal input gives equal bytes. */
export async function kepFileArchive(files: KepFile[], circular: { documentNumber: string; subject: string; at: Date }): Promise<Buffer> {
  const zip = new ZipFile();
  const names = files.map((file, index) => emlName(index + 1, file.recipientName));
  zip.addBuffer(Buffer.from(readMe(files, names, circular), "utf8"), "OKUYUNUZ.txt", { mtime: circular.at });
  files.forEach((file, index) => {
    zip.addBuffer(file.raw, names[index] ?? emlName(index + 1, ""), { mtime: circular.at });
  });
  zip.end();
  return await buffer(zip.outputStream);
}

/** A file name any provider's screen accepts: ASCII, no blanks, ordered by the distribution. */
export function emlName(position: number, recipientName: string): string {
  return `${String(position).padStart(3, "0")}${asciiSlug(recipientName)}.eml`;
}

const TURKISH: Record<string, string> = { ç: "c", ğ: "g", ı: "i", ö: "o", ş: "s", ü: "u", â: "a", î: "i", û: "u" };

function asciiSlug(name: string): string {
  const folded = name.toLocaleLowerCase("tr-TR").replace(/[çğıöşüâîû]/g, (letter) => TURKISH[letter] ?? "");
  const slug = folded.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return slug === "" ? "" : `-${slug.slice(0, 60)}`;
}

function readMe(files: KepFile[], names: string[], circular: { documentNumber: string; subject: string }): string {
  const lines = [
    `Sayı: ${circular.documentNumber}`,
    `Konu: ${circular.subject}`,
    "",
    `Bu arşivde ${files.length} KEP iletisi vardır; her muhatap için bir dosya.`,
    "1. Dosyaları KEP hizmet sağlayıcınızın ekranından, değiştirmeden tek tek gönderiniz.",
    "   Dosyalar imzalıdır; açılıp yeniden kaydedilen bir dosyanın imzası bozulur.",
    "2. Sağlayıcının verdiği delil dosyalarını (XML, EML veya ZIP) yazının dağıtım tablosuna yükleyiniz.",
    "3. Delil dosyası alamıyorsanız sağlayıcının ileti numarasını muhatabın satırına yazınız.",
    "",
    "Muhataplar:",
    ...files.map((file, index) => `${names[index]}  ${file.recipientName} <${file.to}>  ${file.messageId}`),
  ];
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
