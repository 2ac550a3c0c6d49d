"use client";

import { BoundArea, BoundDate, BoundSelect, BoundText } from "@/components/permits/forms/bound-fields.tsx";
import { optionsOf } from "@/components/permits/forms/deed-labels.ts";
import { BoundProvinces } from "@/components/permits/forms/province-chips.tsx";
import { permitFieldLabels as labels } from "@/components/permits/forms/record-form-values.ts";
import { occupationCodes, occupationName } from "@/components/permits/occupation-names.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { sexWords } from "@/lib/permits/permit-words.ts";
import { sectorLabels, sizeBandLabels } from "@/lib/permits/value-words.ts";
import { countryCodes, countryName } from "@/lib/platform/locale/countries.ts";
import { compareTr } from "@/lib/platform/locale/tr.ts";

const countryOptions = countryCodes
  .filter((code) => code !== "TUR")
  .map((value) => ({ value, label: countryName(value) }))
  .sort((a, b) => compareTr(a.label, b.label));
const occupationOptions = occupationCodes.map((value) => ({ value, label: `${value} ${occupationName(value)}` }));
const sectorOptions = Object.entries(sectorLabels).map(([value, label]) => ({ value, label: `${value} · ${label}` }));

/** With `isAmending` an empty hidden field means "unchanged": its value is not known to this page. */
export function HolderFields({ isAmending = false }: { isAmending?: boolean }) {
  const hidden = isAmending ? { hint: "Kayıtlı değer gizli; yalnız değişecekse yazın." } : {};
  return (
    <Panel title="Kişi" aside={isAmending ? "Kişisel veri değişikliği belge ister" : undefined}>
      <div className="grid gap-4 sm:grid-cols-2">
        <BoundText name="holder.givenNames" label={labels["holder.givenNames"]} input={{ maxLength: 120 }} required />
        <BoundText name="holder.surname" label={labels["holder.surname"]} input={{ maxLength: 120 }} required />
        <BoundSelect name="holder.nationality" label={labels["holder.nationality"]} options={countryOptions} required />
        <BoundSelect name="holder.sex" label={labels["holder.sex"]} options={optionsOf(sexWords)} required />
        <BoundText
          name="holder.foreignerId"
          label={labels["holder.foreignerId"]}
          hint={isAmending ? hidden.hint : "11 rakam. Yurt dışından ilk girişte boş olabilir; o zaman pasaport gerekir."}
          input={{ inputMode: "numeric", maxLength: 11, className: "code" }}
          optional
        />
        <BoundText
          name="holder.passport"
          label={labels["holder.passport"]}
          input={{ maxLength: 20, className: "code" }}
          optional
          {...hidden}
        />
        <BoundDate name="holder.birthOn" label={labels["holder.birthOn"]} optional {...hidden} />
        <BoundArea name="holder.address" label={labels["holder.address"]} maxLength={300} optional {...hidden} />
      </div>
    </Panel>
  );
}

export function EmployerFields({ hint }: { hint: string }) {
  return (
    <Panel title="İşveren">
      <p className="small mb-4 text-ink-2">{hint}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <BoundText
          name="employer.taxNumber"
          label={labels["employer.taxNumber"]}
          input={{ inputMode: "numeric", maxLength: 10, className: "code" }}
        />
        <BoundText
          name="employer.workplaceNumber"
          label={labels["employer.workplaceNumber"]}
          input={{ inputMode: "numeric", maxLength: 26, className: "code" }}
          optional
        />
        <BoundText name="employer.title" label={labels["employer.title"]} input={{ maxLength: 300 }} className="sm:col-span-2" />
        <BoundSelect name="employer.sector" label={labels["employer.sector"]} options={sectorOptions} />
        <BoundSelect
          name="employer.sizeBand"
          label={labels["employer.sizeBand"]}
          options={optionsOf(sizeBandLabels)}
          placeholder="Bilinmiyor"
          optional
        />
        <BoundText name="employer.district" label={labels["employer.district"]} input={{ maxLength: 80 }} optional />
        <BoundText name="employer.address" label={labels["employer.address"]} input={{ maxLength: 300 }} optional />
      </div>
    </Panel>
  );
}

/**
 * `prefix` is where the endpoint's input keeps the terms: at its root, or under "permit.". `occupation` is what the record
 * has now, offered even where it is none of the usual ones.
 */
export function TermFields({ prefix, occupation = null }: { prefix: "" | "permit."; occupation?: string | null }) {
  const isUnusual = occupation !== null && !occupationCodes.includes(occupation);
  return (
    <>
      <BoundDate name={`${prefix}validFrom`} label={labels.validFrom} required />
      <BoundDate name={`${prefix}validTo`} label={labels.validTo} hint="Süresiz izinde boş bırakın." optional />
      <BoundSelect
        name={`${prefix}occupation`}
        label={labels.occupation}
        options={isUnusual ? [{ value: occupation, label: occupation }, ...occupationOptions] : occupationOptions}
        placeholder="Belirtilmedi"
        optional
        className="sm:col-span-2"
      />
      <BoundProvinces
        name={`${prefix}otherProvinces`}
        label={labels.otherProvinces}
        hint="Kişi kaydın ilinden başka illerde de çalışacaksa."
        className="sm:col-span-2"
      />
      <BoundArea
        name={`${prefix}annotations`}
        label={labels.annotations}
        hint="Her satıra bir şerh."
        maxLength={6_000}
        optional
        className="sm:col-span-2"
      />
    </>
  );
}
