/**
 * Every event of the trail, as a typed union. Payloads hold ids, counts, digests and reasons of office, never personal
 * values (architecture.md, "Audit").
 */
export type AuditEvent =
  | {
      action: "permit.registered" | "permit.extended" | "permit.cancelled" | "permit.voided";
      subjectKind: "permit";
      payload: { ground: string };
    }
  | { action: "permit.amended"; subjectKind: "permit"; payload: { ground: string; fields: string[] } }
  | { action: "permit.opened"; subjectKind: "permit"; payload: Record<string, never> }
  | { action: "permit.revealed"; subjectKind: "permit"; payload: { field: string; purpose: string; note: string } }
  | { action: "permit.transferred"; subjectKind: "permit"; payload: { proposalId: string; from: number; to: number } }
  | { action: "permit.file_staged"; subjectKind: "file"; payload: { sha256: string; size: number } }
  | { action: "permit.file_read"; subjectKind: "permit"; payload: { fileId: string } }
  | { action: "permit.access_asked"; subjectKind: "permit"; payload: { from: string; to: string; permits: number } }
  | { action: "permit.annotated"; subjectKind: "permit_selection"; payload: { count: number; digest: string; reason: string } }
  | { action: "saved_view.saved"; subjectKind: "saved_view"; payload: { screen: string; visibility: string } }
  | { action: "saved_view.removed"; subjectKind: "saved_view"; payload: { screen: string; visibility: string } }
  | { action: "session.opened"; subjectKind: "user"; payload: { method: "password" } }
  | { action: "session.refused"; subjectKind: "user"; payload: { reason: "password" | "locked" | "disabled" | "code" } }
  | { action: "session.second_factor_accepted"; subjectKind: "user"; payload: Record<string, never> }
  | { action: "session.closed"; subjectKind: "user"; payload: { reason: "signed_out" | "revoked" } }
  | { action: "session.recovery_code_used"; subjectKind: "user"; payload: { left: number } }
  | { action: "user.created"; subjectKind: "user"; payload: { proposalId: string | null; role: string } }
  | {
      action: "user.amended";
      subjectKind: "user";
      payload: { proposalId: string; fields: readonly string[]; from: string; to: string };
    }
  | { action: "user.enabled"; subjectKind: "user"; payload: { proposalId: string; role: string } }
  | { action: "user.disabled"; subjectKind: "user"; payload: { role: string; reason: string } }
  | { action: "user.reset"; subjectKind: "user"; payload: { proposalId: string } }
  | { action: "user.sessions_ended"; subjectKind: "user"; payload: { sessions: number; reason: string } }
  | { action: "user.set_up"; subjectKind: "user"; payload: { secondFactor: boolean } }
  | {
      action: "user.password_changed" | "user.second_factor_enrolled" | "user.recovery_codes_renewed";
      subjectKind: "user";
      payload: Record<string, never>;
    }
  | {
      action: "signing_authority.given";
      subjectKind: "signing_authority";
      payload: { userId: string; kind: "proxy" | "delegation"; validFrom: string; validTo: string; ground: string };
    }
  | { action: "signing_authority.ended"; subjectKind: "signing_authority"; payload: { userId: string } }
  | { action: "unit.registered"; subjectKind: "unit"; payload: Record<string, never> }
  | { action: "unit.amended"; subjectKind: "unit"; payload: { fields: string[] } }
  | { action: "user.glass_broken"; subjectKind: "user"; payload: { act: string; operator: string; reason: string } }
  | { action: "institution.amended"; subjectKind: "institution"; payload: { fields: string[] } }
  | {
      action: "institution.address_confirmed";
      subjectKind: "institution";
      payload: { kind: string; address: string; way: "phone" | "letter" | "own_message" };
    }
  | { action: "institution.registered"; subjectKind: "institution"; payload: { reason: string } }
  | {
      action: "institution.imported" | "distribution_list.imported";
      subjectKind: "import";
      payload: { sha256: string; created: number; changed: number; reason: string };
    }
  | {
      action: "institution.exported" | "distribution_list.exported";
      subjectKind: "export";
      payload: { filterDigest: string; count: number; format: string; sha256: string };
    }
  | { action: "distribution_list.registered"; subjectKind: "distribution_list"; payload: { version: number; members: number } }
  | { action: "distribution_list.amended"; subjectKind: "distribution_list"; payload: { version: number; members: number } }
  | {
      action: "distribution_list.restored";
      subjectKind: "distribution_list";
      payload: { version: number; restoredVersion: number; members: number };
    }
  | { action: "incoming_letter.registered"; subjectKind: "incoming_letter"; payload: { letterNumber: string; letterOn: string } }
  | { action: "incoming_letter.distributed"; subjectKind: "incoming_letter"; payload: { circularId: string } }
  | { action: "incoming_letter.filed"; subjectKind: "incoming_letter"; payload: { note: string } }
  | {
      action: "circular.drafted";
      subjectKind: "circular";
      payload: {
        incomingLetterId: string | null;
        replacesId?: string;
        kind?: "supersede" | "cancel";
        templateId?: string;
        templateVersion?: number;
      };
    }
  | { action: "template.registered"; subjectKind: "circular_template"; payload: { version: number } }
  | { action: "template.amended"; subjectKind: "circular_template"; payload: { version: number; note: string } }
  | { action: "template.retired"; subjectKind: "circular_template"; payload: { reason: string } }
  | { action: "circular.amended"; subjectKind: "circular"; payload: { fields: string[] } }
  | { action: "circular.file_attached"; subjectKind: "circular"; payload: { attachmentId: string; sha256: string; size: number } }
  | { action: "circular.file_detached"; subjectKind: "circular"; payload: { attachmentId: string } }
  | { action: "circular.submitted"; subjectKind: "circular"; payload: { contentDigest: string; recipients: number; round: number } }
  | { action: "circular.initialled"; subjectKind: "circular"; payload: { contentDigest: string; position: number; round: number } }
  | { action: "circular.returned"; subjectKind: "circular"; payload: { comment: string; round: number } }
  | { action: "circular.prepared"; subjectKind: "circular"; payload: { documentNumber: string; documentDigest: string } }
  | { action: "circular.preparation_voided"; subjectKind: "circular"; payload: { documentNumber: string; reason: string } }
  | {
      action: "circular.signed";
      subjectKind: "circular";
      payload: { documentNumber: string; documentDigest: string; contentDigest: string; authority: string };
    }
  | {
      action: "circular.dispatched";
      subjectKind: "circular";
      payload: { recipients: number; duplicateOf?: string[]; reason?: string; replacesId?: string };
    }
  | {
      action: "circular.replacement_drafted";
      subjectKind: "circular";
      payload: { byId: string; kind: "supersede" | "cancel"; reason: string };
    }
  | {
      action: "circular.superseded" | "circular.cancelled";
      subjectKind: "circular";
      payload: { byId: string; documentNumber: string; documentOn: string; reason: string; stopped: number };
    }
  | { action: "circular.withdrawn"; subjectKind: "circular"; payload: { reason: string } }
  | { action: "circular.files_downloaded"; subjectKind: "circular"; payload: { files: number; sha256: string } }
  | { action: "circular.reminded"; subjectKind: "circular"; payload: { recipientIds: string[] } }
  | {
      action: "circular.escalated";
      subjectKind: "circular";
      /** `recipientIds`: of whom a superior is told. Events from before 12.2026 name no superiors. */
      payload: {
        recipientIds: string[];
        silent: number;
        superiors?: { deliveryId: string; institutionId: string; name: string; count: number }[];
      };
    }
  | {
      action: "circular.reminders_planned";
      subjectKind: "circular";
      payload: { basis: string; firstAfter: number; secondAfter: number; escalateAfter: number; nextOn: string | null };
    }
  | { action: "circular.reminders_stopped"; subjectKind: "circular"; payload: { reason: string } }
  | { action: "circular.request_repeated"; subjectKind: "circular"; payload: { byId: string; recipients: number } }
  | { action: "delivery.submitted"; subjectKind: "delivery"; payload: { recipientId: string; circularId: string; tryCount: number } }
  | {
      action: "delivery.failed";
      subjectKind: "delivery";
      payload: { recipientId: string; circularId: string; state: string; reason: string };
    }
  | { action: "delivery.unknown"; subjectKind: "delivery"; payload: { recipientId: string; circularId: string } }
  | {
      action: "delivery.recorded";
      subjectKind: "delivery";
      payload: { recipientId: string; circularId: string; channel: string; evidenceId: string };
    }
  | {
      action: "delivery.next_channel_tried";
      subjectKind: "delivery";
      payload: { recipientId: string; circularId: string; channel: string; reason: string };
    }
  | {
      action: "evidence.received";
      subjectKind: "evidence";
      payload: { sha256: string; source: string; status: string; deliveryId: string | null; kind: string | null };
    }
  | { action: "evidence.read"; subjectKind: "evidence"; payload: { deliveryId: string | null } }
  | {
      action: "recipient.acknowledged";
      subjectKind: "recipient";
      payload: { circularId: string; contentDigest: string; source: string; evidenceId: string };
    }
  | {
      action: "recipient.action_reported";
      subjectKind: "recipient";
      payload: { circularId: string; contentDigest: string; source: string; evidenceId: string };
    }
  | {
      action: "recipient.phone_answer_recorded";
      subjectKind: "recipient";
      payload: { circularId: string; recipientId: string; statement: string; answerId: string; evidenceId: string };
    }
  | {
      action: "recipient.phone_answer_reversed";
      subjectKind: "recipient";
      payload: { circularId: string; recipientId: string; answerId: string; reason: string; evidenceId: string };
    }
  | { action: "recipient.waived"; subjectKind: "recipient"; payload: { circularId: string; reason: string } }
  | {
      action: "proposal.proposed" | "proposal.executed" | "proposal.refused" | "proposal.withdrawn";
      subjectKind: "proposal";
      payload: { kind: string; aboutId: string; payloadDigest: string };
    }
  | {
      action: "permit.imported";
      subjectKind: "import";
      payload: { sha256: string; created: number; changed: number; reason: string };
    }
  | {
      action: "permit.exported";
      subjectKind: "export";
      payload: { filterDigest: string; count: number; format: string; columns: string[] };
    }
  | { action: "permit.export_downloaded"; subjectKind: "export"; payload: { sha256: string } }
  | {
      action: "card.requested_together";
      subjectKind: "permit_selection";
      payload: { count: number; digest: string; requestReason: string; reason: string };
    }
  | { action: "card.file_read"; subjectKind: "card"; payload: { fileId: string; permitId: string } }
  | {
      action: "statistics.exported";
      subjectKind: "publication";
      payload: { what: string; filterDigest: string; format: string; audience: string; sha256: string };
    }
  | { action: "figure.frozen"; subjectKind: "figure"; payload: { measure: string; digest: string } }
  | { action: "card.changed"; subjectKind: "card"; payload: { axis: string; kind: string; permitId: string } }
  | { action: "card.opened"; subjectKind: "card"; payload: { permitId: string } }
  | { action: "card.exception_opened"; subjectKind: "card"; payload: { kind: string; permitId: string } }
  | { action: "card.exception_closed"; subjectKind: "card"; payload: { kind: string; resolution: string; permitId: string } }
  | { action: "card.exception_amended"; subjectKind: "card"; payload: { kind: string; permitId: string } }
  | {
      action: "carrier_message.received";
      subjectKind: "partner_message";
      payload: { sha256: string; source: string; received: number; added: number };
    }
  | { action: "stock.moved"; subjectKind: "movement"; payload: { series: string; kind: string; quantity: number; reason: string } }
  | { action: "shipment.dispatched"; subjectKind: "shipment"; payload: { series: string; number: string; quantity: number } }
  | { action: "shipment.received"; subjectKind: "shipment"; payload: { series: string; number: string; quantity: number; absent: number } }
  | { action: "stock_case.opened"; subjectKind: "stock_case"; payload: { series: string; number: string; kind: string; quantity: number } }
  | { action: "stock_case.resolved"; subjectKind: "stock_case"; payload: { series: string; number: string; resolution: string } }
  | { action: "series.blocked" | "series.unblocked"; subjectKind: "series"; payload: { reason: string } }
  | {
      action: "stock_count.started" | "stock_count.abandoned";
      subjectKind: "stock_count";
      payload: { series: string; number: string; account: string };
    }
  | { action: "stock_count.sheet_handed_in"; subjectKind: "stock_count"; payload: { series: string; number: string; quantity: number } }
  | { action: "stock_count.closed"; subjectKind: "stock_count"; payload: { series: string; number: string; state: string; book: number } }
  | { action: "stock_document.staged"; subjectKind: "stock_document"; payload: { sha256: string; size: number } }
  | { action: "stock_document.read"; subjectKind: "stock_document"; payload: { sha256: string } }
  | { action: "batch.gathered"; subjectKind: "batch"; payload: { number: string; series: string; cards: number } }
  | { action: "batch.allotted"; subjectKind: "batch"; payload: { serials: number } }
  | { action: "batch.line_removed"; subjectKind: "batch"; payload: { line: number; reason: string } }
  | { action: "batch.sealed"; subjectKind: "batch"; payload: { sha256: string; sha256Xml: string; cards: number } }
  | { action: "batch.file_downloaded"; subjectKind: "batch"; payload: { sha256: string; format: string; cards: number } }
  | { action: "batch.answered"; subjectKind: "batch"; payload: { sha256: string; source: string; lines: number; errors: number } }
  | { action: "batch.checked"; subjectKind: "batch"; payload: { passed: number; failed: number } }
  | { action: "batch.completed"; subjectKind: "batch"; payload: { passed: number; failed: number; errors: number } }
  | { action: "batch.cancelled"; subjectKind: "batch"; payload: { reason: string } }
  | { action: "manifest.drawn_up"; subjectKind: "manifest"; payload: { number: string; cards: number } }
  | { action: "manifest.handed_over"; subjectKind: "manifest"; payload: { cards: number; takenOff: number } }
  | {
      action: "manifest.counted";
      subjectKind: "manifest";
      payload: { pttCount: number; missing: number; unexpected: number; sha256: string };
    }
  | { action: "manifest.settled"; subjectKind: "manifest"; payload: { note: string; decisions: number } }
  | { action: "task.opened"; subjectKind: "task"; payload: { kind: string; recipientId: string | null; circularId: string | null } }
  | { action: "task.resolved"; subjectKind: "task"; payload: { kind: string; resolution: string } };

export type AuditAction = AuditEvent["action"];
