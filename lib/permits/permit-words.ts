// The word for each kind, state and sex: the same in list, record, export and letter.
import type { PermitKind, PermitState, Sex } from "./contract.ts";

export const permitKindWords: Record<PermitKind, string> = {
  fixed_term: "Süreli",
  permanent: "Süresiz",
  independent: "Bağımsız",
  temporary_protection: "Geçici koruma",
  international_protection: "Uluslararası koruma",
  exemption: "Muafiyet",
  turquoise: "Turkuaz Kart",
};

export const permitStateWords: Record<PermitState, string> = {
  not_yet: "Başlamadı",
  in_force: "Yürürlükte",
  expired: "Süresi doldu",
  cancelled: "İptal edildi",
  superseded: "Yenilendi",
  void: "Hatalı kayıt",
};

export const sexWords: Record<Sex, string> = { female: "Kadın", male: "Erkek" };
