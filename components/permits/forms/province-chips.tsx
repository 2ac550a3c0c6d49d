"use client";
import { Controller, useFormContext } from "react-hook-form";
import { useBound } from "@/components/permits/forms/bound-fields.tsx";
import { provinceOptions } from "@/components/permits/forms/province-options.ts";
import { FilterChip } from "@/components/ui/chip.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { provinceName } from "@/lib/platform/locale/provinces.ts";

/** The field's text is the plate numbers with commas between; the order is that of choosing. */
export const platesOf = (text: string): number[] => (text === "" ? [] : text.split(",").map(Number));

/** Several provinces: chosen one by one, taken away by their chips. */
export function BoundProvinces({ name, label, hint, className }: { name: string; label: string; hint?: string; className?: string }) {
  "use no memo";
  const { control } = useFormContext();
  const { frame } = useBound(name);
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, ref } }) => {
        const chosen = platesOf(String(value));
        return (
          <div className={className}>
            <Field label={label} optional {...(hint ? { hint } : {})} {...frame}>
              <Select
                ref={ref}
                value=""
                placeholder="İl ekleyin"
                options={provinceOptions.filter((option) => !chosen.includes(Number(option.value)))}
                onChange={({ target }) => (target.value ? onChange([...chosen, target.value].join(",")) : undefined)}
              />
            </Field>
            {chosen.length > 0 ? (
              <div className="mt-2 flex flex-wrap gap-2">
                {chosen.map((plate) => (
                  <FilterChip
                    key={plate}
                    name="İl"
                    value={provinceName(plate) ?? String(plate)}
                    onRemove={() => onChange(chosen.filter((other) => other !== plate).join(","))}
                  />
                ))}
              </div>
            ) : null}
          </div>
        );
      }}
    />
  );
}
