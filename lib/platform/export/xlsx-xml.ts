export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Control characters have no place in XML; one would make the whole file unreadable. */
export const textXml = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, "").replace(/[&<>"]/g, (letter) => escapes[letter] ?? "");

/** Relations numbered rId1, rId2 … in their order. */
export const relationsXml = (relations: readonly { type: string; target: string }[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;
