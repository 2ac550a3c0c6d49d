// What a counter looks at on each design, in the order of the numbers on the drawing. The places are those of the schematic
// drawing, the features those the letter of 11.03.2026 and its attachment name in general words.
import type { CardDesign } from "./contract.ts";
import { group, type Shape, shape, words } from "./drawing-shapes.ts";

export type CardFeature = {
  title: string;
  text: string;
  /** What it lies on, and where its number stands; absent for a feature that this design does not have. */
  place?: { at: readonly [number, number]; number: readonly [number, number] };
};

export const cardFeatures: Record<CardDesign, readonly CardFeature[]> = {
  old: [
    { title: "Düz zemin.", text: "Kıvrımlı çizgi yok", place: { at: [390, 22], number: [430, -8] } },
    { title: "Tek fotoğraf.", text: "Gölge görüntü yok", place: { at: [20, 120], number: [-12, 120] } },
    { title: "Bitiş tarihi", text: "geçerliliği belirler", place: { at: [300, 144], number: [452, 144] } },
    { title: "Karekod", text: "sorgu sayfasını açar", place: { at: [406, 236], number: [452, 236] } },
    { title: "Seri numarası", text: "bu tasarımda izlenmez" },
    { title: "Işıkta oynayan", text: "öge yoktur" },
  ],
  new: [
    { title: "Mürekkep rengi", text: "eğince değişir", place: { at: [372, 18], number: [430, -8] } },
    { title: "Lazerle işlenmiş fotoğraf:", text: "kazınmaz", place: { at: [56, 96], number: [-12, 96] } },
    { title: "Işıkta oynayan şerit", text: "fotoğrafa biner", place: { at: [102, 150], number: [-12, 150] } },
    { title: "Gölge görüntü:", text: "küçük ikinci yüz", place: { at: [412, 88], number: [452, 88] } },
    { title: "Kıvrımlı zemin", text: "kesintisiz akar", place: { at: [372, 142], number: [452, 150] } },
    { title: "Mikro yazı:", text: "büyüteçle okunur", place: { at: [30, 198], number: [-12, 199] } },
    { title: "Seri numarası", text: "defterde izlenir", place: { at: [17, 258], number: [-12, 258] } },
    { title: "Karekod", text: "imzalıdır, sorguyu açar", place: { at: [406, 236], number: [452, 236] } },
  ],
};

export type CalloutLook = { disc: string; figure: string };

/** The numbers on the drawing; `look` differs between screen and paper. */
export function callouts(design: CardDesign, look: CalloutLook): Shape[] {
  return cardFeatures[design].flatMap(({ place }, index) => (place ? [callout(place, index + 1, look)] : []));
}

function callout({ at: [x, y], number: [right, top] }: NonNullable<CardFeature["place"]>, number: number, look: CalloutLook): Shape {
  return group({}, [
    shape("path", { d: `M${right} ${top}L${x} ${y}`, stroke: "#5d6977", "stroke-width": 1, fill: "none" }),
    shape("circle", { cx: x, cy: y, r: 2.4, fill: "#131b24", stroke: "#ffffff", "stroke-width": 0.8 }),
    shape("circle", { cx: right, cy: top, r: 11, fill: look.disc }),
    words(right, top + 4, String(number), { "text-anchor": "middle", "font-size": 12, "font-weight": 600, fill: look.figure }),
  ]);
}

/** The three looks at a counter, in their order; said the same on screen and in print. */
export const counterSteps: readonly { title: string; text: string }[] = [
  { title: "Karekodu okutun", text: "Okunmazsa kart numarasını ve doğum yılını sorgu sayfasına yazın." },
  { title: "Bitiş tarihine bakın", text: "Kartın eski olması tek başına ret nedeni değildir." },
  { title: "Tür, il ve işvereni okuyun", text: "Süreli, süresiz ve bağımsız izin ikamet izni yerine geçer; koruma kartları geçmez." },
];

/** The letter's promise in words (X4). */
export const bothAreValid = "İkisi de geçerlidir.";
export const oldCardPromise = "Eski kart, üzerinde yazan bitiş tarihine kadar kullanılır; sahibinden yenisini alması istenmez.";
export const schematicNote =
  "Gerçek kartın görüntüsü değildir; amblem çizilmemiştir, güvenlik unsurlarının yeri ve biçimi temsilîdir. Karar çizime değil, sorgu sonucuna göre verilir.";
