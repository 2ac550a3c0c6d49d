"use client";
import { useState } from "react";
import { AddressStateWord, addressHistory } from "@/components/institutions/address-words.tsx";
import { ConfirmAddressDialog } from "@/components/institutions/confirm-address-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/code.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import type { AddressRecord, InstitutionRecord } from "@/lib/institutions/contract.ts";
import { channelLabels } from "@/lib/institutions/labels.ts";

/** The channels in the order in which they are tried, with how far each address can be trusted. */
export function ChannelList({ institution }: { institution: InstitutionRecord }) {
  const { addresses, allowedActions } = institution;
  const [asked, setAsked] = useState<AddressRecord | null>(null);
  if (addresses.length === 0) {
    return (
      <p className="small flex items-start gap-2 text-red">
        <Glyph name="alert" className="mt-1" />
        <span>Kanalı yok; bu kuruma yazı gönderilemez. Kaydı düzelterek bir KEP adresi ya da başka bir kanal ekleyin.</span>
      </p>
    );
  }
  return (
    <>
      <ol className="small divide-y divide-line">
        {addresses.map((address, index) => (
          <ChannelRow
            key={`${address.kind} ${address.address}`}
            address={address}
            place={index + 1}
            onConfirm={allowedActions.includes("amend") ? () => setAsked(address) : null}
          />
        ))}
      </ol>
      {asked ? <ConfirmAddressDialog institution={institution} address={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

type ChannelRowProps = { address: AddressRecord; place: number; onConfirm: (() => void) | null };

function ChannelRow({ address, place, onConfirm }: ChannelRowProps) {
  const label = channelLabels[address.kind];
  return (
    <li className="grid grid-cols-[1rem_1fr_auto] items-center gap-x-3 gap-y-1 py-2">
      <span className="num text-ink-3">{place}.</span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className="font-medium">{label}</span> <span className="text-ink-2">{address.address || "adres yazılmamış"}</span>
      </span>
      {address.address ? <CopyButton text={address.address} label={`${label} adresini kopyala`} /> : <span />}
      <div className="col-span-2 col-start-2 flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <div className="min-w-0">
          <AddressStateWord state={address.state} />
          {addressHistory(address).map((words) => (
            <p key={words} className="cap num">
              {words}
            </p>
          ))}
        </div>
        {onConfirm ? (
          <Button size="sm" onClick={onConfirm}>
            Teyit et<span className="sr-only">: {[label, address.address].filter(Boolean).join(", ")}</span>
          </Button>
        ) : null}
      </div>
    </li>
  );
}
