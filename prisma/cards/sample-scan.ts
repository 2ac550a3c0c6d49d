// What stands in the demo for the scan of a signed destruction record: a page that says that it is none.

const lines = ["ÖRNEK BELGE", "Gösterim kurulumunda, imzalanmış imha tutanağının taraması yerine durur.", "Gerçek bir belge değildir."];

/** Letters that the page's font has under these codes. */
const codes: Record<string, string> = { Ö: "\\200", ö: "\\201", ş: "\\202", ı: "\\203", ğ: "\\204", ü: "\\205", ç: "\\206" };
const encoding = "<< /Type /Encoding /Differences [128 /Odieresis /odieresis /scedilla /dotlessi /gbreve /udieresis /ccedilla] >>";

export function sampleScan(): Uint8Array {
  const shown = lines.map((line) => `(${line.replaceAll(/[^ -~]/g, (letter) => codes[letter] ?? "?")}) Tj 0 -24 Td`).join("\n");
  const stream = `BT /F1 13 Tf 70 760 Td\n${shown}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding ${encoding} >>`,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
