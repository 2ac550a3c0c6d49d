"use client";
import { useState } from "react";
import { problemText } from "@/components/shell/imports/import-labels.ts";
import { useCheckImport } from "@/components/shell/imports/import-queries.ts";
import type { ImportTarget } from "@/components/shell/imports/import-target.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Select } from "@/components/ui/select.tsx";
import { AppError } from "@/lib/platform/errors.ts";
import type { ImportMapping, ImportRunRecord } from "@/lib/platform/import/run-contract.ts";

/** Which column of the file is which field; suggested from the headings and from this source's last file. */
export function MappingForm({ target, run }: { target: ImportTarget; run: ImportRunRecord }) {
  const [mapping, setMapping] = useState<ImportMapping>(run.mapping);
  const check = useCheckImport(target);
  const { header, sample, encoding, delimiter, headerRow } = run.shape;
  const options = header.map((heading, index) => ({ value: String(index), label: heading || `${index + 1}. sütun` }));
  const errors = new Map(
    check.error instanceof AppError ? check.error.details.invalidParams?.map(({ path, message }) => [path, message]) : [],
  );
  const told = [
    encoding,
    delimiter === "\t" ? "sekmeyle ayrılmış" : delimiter && `“${delimiter}” ile ayrılmış`,
    `başlık ${headerRow}. satırda`,
  ];
  function choose(key: string, value: string) {
    const { [key]: _before, ...others } = mapping;
    setMapping(value === "" ? others : { ...others, [key]: Number(value) });
  }
  return (
    <Panel title="Sütunları eşleştirin" aside={told.filter(Boolean).join(" · ")}>
      {check.error && errors.size === 0 ? <Banner tone="red" title={problemText(check.error)} live className="mb-3" /> : null}
      <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {run.columns.map((column) => {
          const index = mapping[column.key];
          const example = index === undefined ? "" : (sample.find((row) => row[index])?.[index] ?? "");
          return (
            <Field
              key={column.key}
              label={column.label}
              required={column.required}
              hint={example ? `Dosyada: ${example}` : column.note}
              error={errors.get(`mapping.${column.key}`)}
            >
              <Select
                placeholder="Dosyada yok"
                options={options}
                value={index === undefined ? "" : String(index)}
                disabled={!run.isOwn}
                onChange={(event) => choose(column.key, event.target.value)}
              />
            </Field>
          );
        })}
      </div>
      <div className="mt-5 flex justify-end">
        <Button
          tone="primary"
          busy={check.isPending ? "Başlatılıyor" : false}
          off={run.isOwn ? false : "Aktarımı yalnız dosyayı yükleyen sürdürür"}
          onClick={() => check.mutate({ importId: run.id, version: run.version, mapping })}
        >
          Satırları denetle
        </Button>
      </div>
    </Panel>
  );
}
