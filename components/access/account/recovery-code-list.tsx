"use client";
import { CopyButton } from "@/components/ui/code.tsx";

/** Seen once; each opens the second step once when the telephone is lost. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  return (
    <div>
      <p className="text-ink-2">
        Telefonunuz kaybolursa ikinci adımı bu kodlardan biriyle geçersiniz; her biri bir kez kullanılır. Yazdırıp ya da parola kasanıza
        koyup saklayın: bir daha gösterilmez.
      </p>
      <ul
        aria-label="Kurtarma kodları"
        className="mt-3 grid gap-x-6 gap-y-1 rounded-md bg-sunken px-4 py-3 font-mono text-base sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-2">
        <CopyButton text={codes.join("\n")} label="Kodları kopyala" withLabel />
      </div>
    </div>
  );
}
