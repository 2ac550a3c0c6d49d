import { Code, CopyButton } from "@/components/ui/code.tsx";
import { QrPicture } from "@/components/ui/qr-picture.tsx";

/** What an authenticator application reads: the picture, or the letters typed by hand. */
export function SecretPicture({ secret, address }: { secret: string; address: string }) {
  const grouped = secret.replace(/(.{4})(?=.)/g, "$1 ");
  return (
    <div className="flex flex-wrap items-start gap-4">
      <span className="rounded-md bg-white p-2">
        <QrPicture address={address} label="Doğrulama uygulaması için karekod" className="size-40" />
      </span>
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-ink-2">
          Telefonunuzdaki doğrulama uygulamasıyla (Google Authenticator, Microsoft Authenticator, Aegis gibi) karekodu okutun.
          Okutamıyorsanız şu anahtarı elle yazın:
        </p>
        <p className="mt-2 flex items-center gap-2">
          <Code>{grouped}</Code>
          <CopyButton text={secret} label="Anahtarı kopyala" />
        </p>
        <p className="small mt-2 lg:hidden">
          <a href={address} className="link">
            Bu telefondaki uygulamada aç
          </a>
        </p>
      </div>
    </div>
  );
}
