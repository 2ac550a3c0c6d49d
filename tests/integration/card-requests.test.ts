// Cards for many permits at once: the number on the button is what is made, or nothing is (ux.md, bulk actions).
import { beforeAll, describe, expect, test } from "vitest";
import { previewCardRequests, requestCard, requestCards } from "../../lib/cards/request-contract.ts";
import { freezePermitSelection } from "../../lib/permits/selection-contract.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { aPermitInForce, cardsOf } from "../support/production.ts";
import { accountOf } from "../support/session.ts";

const reason = "Dosyadaki belgeye göre.";
let officer: Bff;
let chief: Bff;

beforeAll(async () => {
  officer = await bffOf(accountOf("provincial_officer"));
  chief = await bffOf(accountOf("provincial_chief"));
});

describe("a request", () => {
  test("for a frozen selection makes a card for each permit that may have one, or for none", async () => {
    const [first, second, waiting] = [await aPermitInForce(officer), await aPermitInForce(officer), await aPermitInForce(officer)];
    await officer.call(requestCard, { permitId: waiting, requestReason: "first", reason });
    const freeze = () => officer.call(freezePermitSelection, { filter: { card: "none" }, permitIds: [first, second, waiting] });
    const { id: selectionId } = await freeze();
    const asked = { selectionId, requestReason: "first" as const };
    const leftOut = [{ reason: "İznin hazırlanan bir kartı zaten var.", count: 1 }];
    expect(await officer.call(previewCardRequests, asked)).toEqual({ permitCount: 3, cardCount: 2, leftOut });
    const wrong = officer.call(requestCards, { ...asked, cardCount: 3, reason });
    await expect(wrong).rejects.toMatchObject({ code: "selection_changed", details: { difference: { removed: 1 } } });
    await expect(chief.call(requestCards, { ...asked, cardCount: 2, reason })).rejects.toMatchObject({ code: "not_found" });
    expect(await cardsOf(officer, first)).toHaveLength(0);
    expect(await officer.call(requestCards, { ...asked, cardCount: 2, reason })).toEqual({ cardCount: 2, leftOut });
    expect(await cardsOf(officer, first)).toMatchObject([{ work: "requested", validity: "pending", requestReason: "first" }]);
    await expect(officer.call(requestCards, { ...asked, cardCount: 2, reason })).rejects.toMatchObject({ code: "state_forbids" });
    const [events] = await ownerSql<{ cards: number; events: number }>(
      "SELECT count(DISTINCT c.id)::int AS cards, count(e.id)::int AS events FROM card c JOIN card_event e ON e.card_id = c.id WHERE c.permit_id = ANY($1)",
      [[first, second, waiting]],
    );
    expect(events).toEqual({ cards: 3, events: 3 });
  });

  test("for a selection whose permit was cancelled since is refused with the difference", async () => {
    const permitIds = [await aPermitInForce(officer), await aPermitInForce(officer)];
    const { id: selectionId } = await officer.call(freezePermitSelection, { filter: { state: "in_force" }, permitIds });
    await ownerSql("UPDATE permit SET status = 'cancelled', ended_on = valid_from + 1, version = version + 1 WHERE id = $1", [
      permitIds[0],
    ]);
    const call = officer.call(requestCards, { selectionId, requestReason: "first", cardCount: 2, reason });
    await expect(call).rejects.toMatchObject({ code: "selection_changed", details: { difference: { removed: 1 } } });
    expect(await cardsOf(officer, permitIds[1] ?? "")).toHaveLength(0);
  });
});
