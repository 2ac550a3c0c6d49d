import type { ProposalDecision, ProposalKind, ProposalRow, StepUp } from "@/lib/access/proposals-contract.ts";
import { decideUserChange, SetUpLink, withdrawUserChange } from "@/lib/access/users-contract.ts";
import { decideDeliveryCorrection, withdrawDeliveryCorrection } from "@/lib/cards/correction-contract.ts";
import { decideStockMovement, withdrawStockMovement } from "@/lib/cards/stock-contract.ts";
import { decidePermitTransfer, withdrawPermitTransfer } from "@/lib/permits/commands-contract.ts";
import { call } from "@/lib/platform/http/call.ts";

export type Decision = { proposal: ProposalRow; decision: ProposalDecision; note: string; stepUp: StepUp };
export type DecisionWords = { title: string; consequence: string; deed: string; doing: string; done: string };

type Kind = {
  /** The record that the proposal is about, or the page that tells all of it. */
  hrefOf: (proposal: ProposalRow) => string;
  words: Record<ProposalDecision, DecisionWords>;
  decide: (decision: Decision) => Promise<object>;
};

/** What an approval leaves in the hands of the person who gave it, or null. */
export function setUpLinkIn(answer: object): SetUpLink | null {
  return "setUpLink" in answer ? SetUpLink.nullable().parse(answer.setUpLink) : null;
}

const withdrawn = { deed: "Öneriyi geri al", doing: "Geri alınıyor", done: "Öneri geri alındı.", title: "Öneri geri alınsın mı?" };

/** Acts of two people: each word decides about its own by its own command. */
export const proposalKinds: Record<ProposalKind, Kind> = {
  permit_transfer: {
    hrefOf: ({ subjectId }) => `/permits/${subjectId}`,
    words: {
      approve: {
        title: "Aktarım onaylansın mı?",
        consequence: "Kayıt hemen yeni ile geçer; iki il de kendi geçmişini görür. Geri almak yeni bir aktarım ister.",
        deed: "Aktarımı onayla",
        doing: "Onaylanıyor",
        done: "Aktarım yapıldı.",
      },
      refuse: {
        title: "Aktarım reddedilsin mi?",
        consequence: "Kayıt bulunduğu ilde kalır. Gerekçenizi öneren görür.",
        deed: "Aktarımı reddet",
        doing: "Reddediliyor",
        done: "Aktarım reddedildi.",
      },
      withdraw: { ...withdrawn, consequence: "Kayıt bulunduğu ilde kalır ve yeniden değiştirilebilir." },
    },
    decide: ({ proposal: { id: proposalId, version }, decision, note, stepUp }) =>
      decision === "withdraw"
        ? call(withdrawPermitTransfer, { proposalId, version, stepUp })
        : call(decidePermitTransfer, { proposalId, version, decision, note, stepUp }),
  },
  stock_movement: {
    hrefOf: ({ id }) => `/valued-paper/proposals/${id}`,
    words: {
      approve: {
        title: "Değerli kâğıt hareketi onaylansın mı?",
        consequence: "Hareket hemen deftere yazılır. Numaraları ve tutarı görmek için önerinin sayfasını açın.",
        deed: "Hareketi onayla",
        doing: "Onaylanıyor",
        done: "Hareket deftere yazıldı.",
      },
      refuse: {
        title: "Değerli kâğıt hareketi reddedilsin mi?",
        consequence: "Belgelerin yeri değişmez. Gerekçenizi öneren görür.",
        deed: "Hareketi reddet",
        doing: "Reddediliyor",
        done: "Hareket reddedildi.",
      },
      withdraw: { ...withdrawn, consequence: "Belgelerin yeri değişmez." },
    },
    decide: ({ proposal: { id: proposalId, version }, decision, note, stepUp }) =>
      decision === "withdraw"
        ? call(withdrawStockMovement, { proposalId, version, stepUp })
        : call(decideStockMovement, { proposalId, version, decision, note, stepUp }),
  },
  delivery_correction: {
    hrefOf: ({ subjectId }) => `/cards/${subjectId}`,
    words: {
      approve: {
        title: "Teslim kaydı düzeltilsin mi?",
        consequence: "Kart teslim edilmemiş sayılır; yeni yeri hemen yazılır. Önceki kayıt geçmişte kalır.",
        deed: "Düzeltmeyi onayla",
        doing: "Onaylanıyor",
        done: "Teslim kaydı düzeltildi.",
      },
      refuse: {
        title: "Düzeltme reddedilsin mi?",
        consequence: "Kart teslim edilmiş görünmeye devam eder. Gerekçenizi öneren görür.",
        deed: "Düzeltmeyi reddet",
        doing: "Reddediliyor",
        done: "Düzeltme reddedildi.",
      },
      withdraw: { ...withdrawn, consequence: "Kart teslim edilmiş görünmeye devam eder." },
    },
    decide: ({ proposal: { id: proposalId, version }, decision, note, stepUp }) =>
      decision === "withdraw"
        ? call(withdrawDeliveryCorrection, { proposalId, version, stepUp })
        : call(decideDeliveryCorrection, { proposalId, version, decision, note, stepUp }),
  },
  user_change: {
    hrefOf: ({ subjectId }) => `/access/users/${subjectId}`,
    words: {
      approve: {
        title: "Yetki değişikliği onaylansın mı?",
        consequence: "Hemen geçerli olur. Kişinin kurulum yapması gerekiyorsa bağlantısı size bir kez gösterilir.",
        deed: "Değişikliği onayla",
        doing: "Onaylanıyor",
        done: "Yetki değişikliği yapıldı.",
      },
      refuse: {
        title: "Yetki değişikliği reddedilsin mi?",
        consequence: "Hesap olduğu gibi kalır. Gerekçenizi öneren görür.",
        deed: "Değişikliği reddet",
        doing: "Reddediliyor",
        done: "Yetki değişikliği reddedildi.",
      },
      withdraw: { ...withdrawn, consequence: "Hesap olduğu gibi kalır." },
    },
    decide: ({ proposal: { id: proposalId, version }, decision, note, stepUp }) =>
      decision === "withdraw"
        ? call(withdrawUserChange, { proposalId, version, stepUp })
        : call(decideUserChange, { proposalId, version, decision, note, stepUp }),
  },
};
