import type { BodyBlock, Letter } from "../../letter.ts";
import { distributionAddressee } from "../../letter.ts";
import { printedText } from "../../printable-characters.ts";

/** What `letter.typ` reads: finished strings in printing order, so that the template only places them. */
export function templateData(letter: Letter) {
  const isDistributed = letter.addressee === distributionAddressee;
  const named = (role: "action" | "information") =>
    isDistributed ? letter.recipients.filter((recipient) => recipient.role === role).map((recipient) => recipient.dative) : [];
  const { recipients: _, mark, layout, ...printed } = letter;
  return { ...asPrinted({ ...printed, body: numbered(letter), action: named("action"), information: named("information") }), mark, layout };
}

/** Consecutive items count 1) 2) 3); a paragraph between them begins the count anew. */
function numbered(letter: Letter): string[] {
  let count = 0;
  const body: BodyBlock[] = letter.body.length > 0 ? letter.body : [{ kind: "paragraph", text: "" }];
  return body.map((block) => {
    count = block.kind === "item" ? count + 1 : 0;
    return block.kind === "item" ? `${count}) ${block.text}` : block.text;
  });
}

/** Every string normalised to what the font prints, whatever form the keyboard or an import gave it. */
function asPrinted<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) => (typeof inner === "string" ? breakable(printedText(inner)) : inner));
}

/** A run longer than a line would leave the page: it may break, invisibly, every 40 characters. */
function breakable(text: string): string {
  return text.replace(/[^\s/?&-]{80,}/g, (run) =>
    [...run].map((character, index) => (index % 40 === 39 ? `${character}\u200b` : character)).join(""),
  );
}
