"use client";
import Link from "next/link";
import { Banner } from "@/components/ui/banner.tsx";
import type { RecipientAddress } from "@/lib/circulars/signing-contract.ts";
import type { AddressState } from "@/lib/institutions/address-freshness.ts";
import { formatDate, formatNumber, localDateOf } from "@/lib/platform/locale/tr.ts";

const mostNamed = 6;

/** Where the letter may not arrive: addresses that gave the last one back, and those nothing has proved for long. */
export function AddressNotices({ addresses }: { addresses: readonly RecipientAddress[] }) {
  const of = (state: AddressState) => addresses.filter((address) => address.state === state);
  const [returned, ageing, untried] = [of("returned"), of("ageing"), of("untried")];
  return (
    <>
      {returned.length > 0 ? (
        <Banner flush tone="red" className="border-t-0" title={`${formatNumber(returned.length)} kurumun adresine son yazı ulaşmadı.`}>
          <Names addresses={returned} /> Göndermeden önce kurumu arayıp adresi teyit edin.
        </Banner>
      ) : null}
      {ageing.length > 0 ? (
        <Banner flush tone="amber" className="border-t-0" title={`${formatNumber(ageing.length)} kurumun adresi eskiyor.`}>
          <Names addresses={ageing} /> Uzun süredir ne bir teslim kanıtı ne de teyit var.
        </Banner>
      ) : null}
      {untried.length > 0 ? (
        <p className="cap border-b border-line px-[var(--d-panel)] py-2">
          {formatNumber(untried.length)} kurumun adresi bu yazıyla ilk kez denenecek.
        </p>
      ) : null}
    </>
  );
}

function Names({ addresses }: { addresses: readonly RecipientAddress[] }) {
  const rest = addresses.length - mostNamed;
  return (
    <>
      {addresses.slice(0, mostNamed).map(({ recipientId, institutionId, name, since }, index) => (
        <span key={recipientId}>
          {index > 0 ? ", " : ""}
          <Link href={`/institutions/${institutionId}`} className="link">
            {name}
          </Link>
          {since ? ` (${formatDate(localDateOf(new Date(since)))})` : ""}
        </span>
      ))}
      {rest > 0 ? ` ve ${formatNumber(rest)} kurum daha` : ""}.
    </>
  );
}
