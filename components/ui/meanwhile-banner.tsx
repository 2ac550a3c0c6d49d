import { Banner } from "@/components/ui/banner.tsx";

export type MeanwhileBannerProps<Name extends string> = {
  labels: Record<Name, string>;
  theirs: readonly Name[];
  both: readonly Name[];
};

/** Somebody else saved first: says what changed, what was kept, and what to look at before saving again. */
export function MeanwhileBanner<Name extends string>({ labels, theirs, both }: MeanwhileBannerProps<Name>) {
  const words = (names: readonly Name[]) => names.map((name) => labels[name]).join(", ");
  return (
    <Banner tone="amber" live title="Kayıt siz yazarken değişti; henüz kaydedilmedi.">
      {theirs.length > 0 ? `Değişen: ${words(theirs)}. ` : "Değişiklik bu formdaki alanlarda değil. "}
      Yazdıklarınız duruyor, öbür alanlar yeni hâline getirildi.
      {both.length > 0 ? ` ${words(both)} için sizin yazdığınız korundu; kaydederseniz öbür değişikliğin yerine geçer.` : ""} Denetleyip
      yeniden kaydedin.
    </Banner>
  );
}
