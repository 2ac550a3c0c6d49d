import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import QRCode from "qrcode";

export type CardAtHand = { number: string; birthYear: number; title: string | null };

/** What somebody reads off a card in their hand, from the instance's database. */
export async function aCardAtHand(where: string): Promise<CardAtHand> {
  const client = new pg.Client({ connectionString: process.env.E2E_OWNER_URL });
  await client.connect();
  try {
    const { rows } = await client.query<CardAtHand>(
      `SELECT c.number, p.birth_year AS "birthYear", e.title FROM card c JOIN permit p ON p.id = c.permit_id LEFT JOIN employer e ON e.id = p.employer_id
       WHERE c.validity = 'active' AND c.valid_from <= current_date AND coalesce(c.valid_to >= current_date, true) AND ${where} ORDER BY c.id LIMIT 1`,
    );
    const [card] = rows;
    if (!card) throw new Error(`the demo has no valid card where ${where}`);
    return card;
  } finally {
    await client.end();
  }
}

/** The printed code, made by a second hand: what another program must do to read our codes offline. */
export function printedCode(number: string): string {
  const { DATA_KEY } = (
    JSON.parse(readFileSync(path.join(process.env.E2E_DIRECTORY ?? "", "instance.json"), "utf8")) as { env: Record<string, string> }
  ).env;
  const seed = Buffer.from(hkdfSync("sha256", Buffer.from(DATA_KEY ?? "", "base64"), new Uint8Array(), "card code test", 32));
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]),
    format: "der",
    type: "pkcs8",
  });
  const raw = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  const part = `T1.${createHash("sha256").update(raw).digest("hex").slice(0, 8)}.${number}`;
  return `${process.env.BASE_URL}/verify/card#${part}.${sign(null, Buffer.from(part), key).toString("base64url")}`;
}

/** Well-formed, signed by nobody. */
export const forgedCode = `https://dogrula.izinmasasi.test/verify/card#T1.00000000.900000001.${"A".repeat(86)}`;

export const pictureOf = (text: string): Promise<Buffer> => QRCode.toBuffer(text, { errorCorrectionLevel: "M", scale: 5, margin: 6 });

/** Two frames of a camera that looks at a code (YUV4MPEG2, 4:2:0); the browser plays them for ever. */
export function filmOf(text: string): Buffer {
  const [width, height] = [640, 480];
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const scale = Math.floor((height - 80) / modules.size);
  const [left, top] = [Math.floor((width - modules.size * scale) / 2), Math.floor((height - modules.size * scale) / 2)];
  const luma = Buffer.alloc(width * height, 235);
  for (let row = 0; row < modules.size * scale; row += 1) {
    for (let column = 0; column < modules.size * scale; column += 1) {
      if (modules.get(Math.floor(row / scale), Math.floor(column / scale))) luma[(top + row) * width + left + column] = 16;
    }
  }
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}
