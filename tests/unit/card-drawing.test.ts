import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { sourceIn } from "../../components/cards/verification/source-words.ts";
import { cardDrawing, cardSize } from "../../lib/cards/card-drawing.ts";
import { callouts, cardFeatures } from "../../lib/cards/card-features.ts";
import { CardDesign } from "../../lib/cards/contract.ts";
import { svgText, words } from "../../lib/cards/drawing-shapes.ts";

describe.each(CardDesign.options)("the %s design", (design) => {
  const text = cardDrawing(design).map(svgText).join("");

  test("is a drawing that says it is one, with nobody's data on it", () => {
    expect(XMLValidator.validate(`<svg>${text}</svg>`)).toBe(true);
    expect(text).toContain("ŞEMATİK");
    expect(text).toContain("ÖRNEK KİŞİ");
  });

  test("numbers every feature that it has, outside the card", () => {
    const placed = cardFeatures[design].filter(({ place }) => place);
    expect(callouts(design, { disc: "#000", figure: "#fff" })).toHaveLength(placed.length);
    for (const { title, place } of placed) {
      const [x = 0, y = 0] = place?.number ?? [];
      expect(x < 0 || y < 0 || x > cardSize.width || y > cardSize.height, title).toBe(true);
    }
  });
});

test("what is written on a drawing is text, never markup", () => {
  const drawn = svgText(words(1, 2, `<script>"&`, { fill: `"/><g id="x` }));
  expect(XMLValidator.validate(drawn)).toBe(true);
  expect(Object.keys(new XMLParser().parse(drawn) as object)).toEqual(["text"]);
});

describe("the source of a right", () => {
  test.each([
    [
      "6735 sayılı Kanun m. 12; csgb.gov.tr, Yabancılara Düzenlenen Belgeler",
      "Law No. 6735, art. 12; csgb.gov.tr, “Documents Issued to Foreigners” (in Turkish)",
    ],
    ["Dağıtımlı yazı, 11.03.2026: ikamet hakkı ve vize muafiyeti", "Circular of 11.03.2026: right of residence and visa exemption"],
    ["Kaynakta yok; kartta yazan çalışma iline bakılır", "Not in the sources; see the province of work on the card"],
    ["Kaynakta yok; kartta yazan işverene bakılır", "Not in the sources; see the employer on the card"],
    ["6735 sayılı Kanun m. 11 ve 12", "Law No. 6735, art. 11 and 12"],
  ])("%s is told in English", (source, english) => {
    expect(sourceIn("en", source)).toEqual({ text: english, isTurkish: false });
    expect(sourceIn("tr", source)).toEqual({ text: source, isTurkish: true });
  });

  test("that nobody has translated stays Turkish and says so", () => {
    expect(sourceIn("en", "Yeni bir kaynak")).toEqual({ text: "Yeni bir kaynak", isTurkish: true });
  });
});
