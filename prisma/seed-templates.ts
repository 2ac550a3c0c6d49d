// The demo's templates, kept as a user would keep them: by the operation, in the user's own scope, with their audit events.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type Actor, type Role, scopeOf } from "../lib/access/policy.ts";
import { registerTemplate } from "../lib/circulars/server/change-templates.ts";
import type { TemplateContent } from "../lib/circulars/template-contract.ts";
import { prisma } from "../lib/platform/db/client.ts";
import { withScope } from "../lib/platform/db/transaction.ts";
import { seedLetter } from "./seed-letter.ts";

type SeedTemplate = { name: string; by: Role; content: TemplateContent };

const paragraph = (text: string) => ({ kind: "paragraph" as const, text });
const item = (text: string) => ({ kind: "item" as const, text });

const templates: readonly SeedTemplate[] = [
  {
    name: "Yeni çalışma izni kartının duyurulması",
    by: "ministry_officer",
    content: {
      subject: seedLetter.subject,
      body: [
        ...seedLetter.body.slice(0, 3),
        paragraph(
          "Çalışma izni belgeleri ikamet ve vize muafiyeti hakkı da sağladığından {{il}}'deki kamu kurumlarına ibraz edilebilmektedir. Bu itibarla yeni tasarımın ilgililere duyurulması ve birimlerinize bildirilmesi önem arz etmektedir. Ayrıntılı bilgi {{ilgili_kisi}}'den, {{telefon}} numaralı telefondan alınabilir.",
        ),
      ],
      closing: "Gereğini arz ve rica ederim.",
    },
  },
  {
    name: "Cevabı gelmeyen yazının tekidi",
    by: "provincial_officer",
    content: {
      subject: "Cevap Bekleyen Yazı",
      body: [
        paragraph("İlgi'de kayıtlı yazımızla istenen bilgi ve belgeler {{tarih}} itibarıyla {{kurum}}ne ulaşmamıştır."),
        paragraph("İstenenlerin {{son_tarih}}'e kadar, ulaşmış ise hangi tarih ve sayı ile gönderildiğinin bildirilmesi hususunda;"),
      ],
      closing: "Gereğini tekiden rica ederim.",
    },
  },
  {
    name: "Yabancı çalışanlara ilişkin bilgi isteği",
    by: "provincial_officer",
    content: {
      subject: "Yabancı Çalışanlara İlişkin Bilgi",
      body: [
        paragraph(
          "{{il}}'de çalışma izniyle çalışan yabancılara ilişkin kayıtların güncellenmesi amacıyla {{donem}}na ait aşağıdaki bilgilere ihtiyaç duyulmaktadır:",
        ),
        item("Biriminize başvuran ve çalışma izni belgesi ibraz eden yabancıların sayısı,"),
        item("Geçerliliğinde tereddüde düşülen belgelerin sayısı ve yapılan işlem,"),
        item("Yeni tasarım belgelerin kabulünde yaşanan güçlükler."),
        paragraph("Anılan bilgilerin {{son_tarih}} tarihine kadar {{kurum}}ne gönderilmesi hususunda;"),
      ],
      closing: "Gereğini rica ederim.",
    },
  },
];

/** Once a name and office: one that people amended, renamed or retired since is theirs. */
export async function seedTemplates(client: pg.Client, now: Date): Promise<void> {
  for (const { name, by, content } of templates) {
    const actor = await actorOf(client, by);
    const { rowCount } = await client.query(
      "SELECT FROM circular_template_version WHERE version = 1 AND name = $1 AND province_id IS NOT DISTINCT FROM $2",
      [name, actor.provinceId],
    );
    if (rowCount) continue;
    await withScope(scopeOf(actor), (db) => registerTemplate({ actor, db, now, requestId: randomUUID() }, { name, content }));
  }
  await prisma().$disconnect();
}

async function actorOf(client: pg.Client, role: Role): Promise<Actor> {
  const { rows } = await client.query(
    "SELECT id, name, unit_id, province_id FROM user_account WHERE role = $1 AND is_demo ORDER BY username LIMIT 1",
    [role],
  );
  const { id, name, unit_id: unitId, province_id: provinceId } = rows[0];
  return { kind: "user", id, name, role, unitId, provinceId };
}
