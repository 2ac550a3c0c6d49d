/** Why bytes that arrived as evidence could not be read; the quarantine shows it beside the raw bytes. */
export type EvidenceFailure =
  | "too_large"
  | "not_text"
  | "doctype_forbidden"
  | "not_xml"
  | "unknown_root"
  | "unknown_namespace"
  | "event_code_unknown"
  | "field_missing"
  | "time_invalid"
  | "archive_unreadable"
  | "no_evidence_inside";

/** Whether the provider's own signature on the evidence was checked, kept apart from what the evidence says. */
export type EvidenceSignature = "not_verified" | "valid" | "invalid";
