// What a clerk at the institution would see in the mailbox, by KEP or by e-mail: in the demo, the only way to open a
// recipient's link.
import type { BookedMessage } from "./message-book.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** The boxes of all institutions, or the messages in one of them, newest first. */
export function mailboxPage(messages: BookedMessage[], to: string | null): string {
  const found = messages.filter((message) => to === null || message.to === to).sort((a, b) => b.receivedAt - a.receivedAt);
  return page(to === null ? boxes(found) : found.map(letter).join(""), to);
}

function boxes(messages: BookedMessage[]): string {
  if (messages.length === 0) return "<p>Henüz ileti yok. Bir yazı dağıtıldığında kutular burada görünür.</p>";
  const parts = [
    { title: "KEP kutuları", list: boxList(messages.filter(({ channel }) => channel === "kep")) },
    { title: "E-posta kutuları", list: boxList(messages.filter(({ channel }) => channel === "email")) },
  ];
  return parts.map(({ title, list }) => (list === "" ? "" : `<h2>${title}</h2><ul>${list}</ul>`)).join("");
}

function boxList(messages: BookedMessage[]): string {
  const counts = new Map<string, number>();
  for (const { to } of messages) counts.set(to, (counts.get(to) ?? 0) + 1);
  const rows = [...counts].sort();
  return rows.map(([to, count]) => `<li><a href="/mailbox?to=${encodeURIComponent(to)}">${escaped(to)}</a> · ${count} ileti</li>`).join("");
}

function letter({ subject, from, text, attachments }: BookedMessage): string {
  const linked = escaped(text).replace(/https?:\/\/[^\s<]+/g, (link) => `<a href="${link}" rel="noreferrer">${link}</a>`);
  const files = attachments.map(({ name }) => `<li>${escaped(name)}</li>`).join("");
  return `<article><h2>${escaped(subject)}</h2><p>Gönderen: ${escaped(from)}</p><pre>${linked}</pre><ul>${files}</ul></article>`;
}

function page(content: string, to: string | null): string {
  const title = to === null ? "Kurumların posta kutuları" : escaped(to);
  const back = to === null ? "" : '<p><a href="/mailbox">Tüm kutular</a></p>';
  return `<!doctype html><html lang="tr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
article{border-top:1px solid #8886;padding:1rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}h2{font-size:1.1rem}</style>
<main><h1>${title}</h1><p>Sınama ortamı: bu kutular yalnızca bu bilgisayardadır, gerçek kurumlara ileti gitmez. Adresi “yok” ile başlayan
e-postalar geri döner.</p>${back}${content}</main></html>`;
}
