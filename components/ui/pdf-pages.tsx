"use client";
import { Download } from "lucide-react";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { Skeleton } from "@/components/ui/screen-states.tsx";

export type PdfPagesProps = {
  /** Where the bytes are; same origin. */
  url: string;
  /** What the document is: "Çalışma İzni Belgelerinin Yeni Tasarımı, imzalı yazı". */
  name: string;
  fileName?: string;
  /** For readers of another language. */
  words?: PdfWords | undefined;
  className?: string;
};

export type PdfWords = {
  count: (pages: number) => string;
  page: (number: number, pages: number) => string;
  download: string;
  loading: string;
  failed: string;
};

const turkish: PdfWords = {
  count: (pages) => `${pages} sayfa`,
  page: (number, pages) => `sayfa ${number} / ${pages}`,
  download: "PDF indir",
  loading: "Sayfalar hazırlanıyor",
  failed: "Sayfalar burada gösterilemedi. Belgeyi indirip açabilirsiniz.",
};

type State = { step: "loading" } | { step: "failed" } | { step: "ready"; pdf: PDFDocumentProxy };

/** The page as it will be printed; who cannot see it reads the tagged PDF behind the link. */
export function PdfPages({ url, name, fileName, words = turkish, className }: PdfPagesProps) {
  const [state, setState] = useState<State>({ step: "loading" });
  const [shownUrl, setShownUrl] = useState(url);
  if (shownUrl !== url) {
    setShownUrl(url);
    setState({ step: "loading" });
  }
  useEffect(() => openPdf(url, setState), [url]);
  const pageCount = state.step === "ready" ? state.pdf.numPages : 0;
  return (
    <section aria-label={name} className={classNames("space-y-3", className)}>
      <p className="small flex items-center justify-between gap-3">
        <span className="num text-ink-3">{pageCount > 0 ? words.count(pageCount) : ""}</span>
        <a href={url} download={fileName ?? ""} className="link inline-flex items-center gap-1.5">
          <Download size={14} strokeWidth={1.75} aria-hidden="true" />
          {words.download}
        </a>
      </p>
      {state.step === "loading" ? <Skeleton lines={5} label={words.loading} /> : null}
      {state.step === "failed" ? (
        <p role="alert" className="small text-red">
          {words.failed}
        </p>
      ) : null}
      {state.step === "ready"
        ? pageNumbers(pageCount).map((number) => (
            <PdfPage key={number} pdf={state.pdf} number={number} label={`${name}, ${words.page(number, pageCount)}`} />
          ))
        : null}
    </section>
  );
}

function pageNumbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function openPdf(url: string, setState: (state: State) => void): () => void {
  let dropped = false;
  let close = () => {};
  async function open() {
    const { GlobalWorkerOptions, getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/legacy/build/pdf.worker.min.mjs", import.meta.url).toString();
    const task = getDocument({ url, useWasm: false });
    close = () => void task.destroy();
    if (dropped) return close();
    const pdf = await task.promise;
    if (!dropped) setState({ step: "ready", pdf });
  }
  open().catch(() => {
    if (!dropped) setState({ step: "failed" });
  });
  return () => {
    dropped = true;
    close();
  };
}

function PdfPage({ pdf, number, label }: { pdf: PDFDocumentProxy; number: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => watchWidth(canvas.current, setWidth), []);
  useEffect(() => (width > 0 ? drawPage(pdf, number, canvas.current) : undefined), [pdf, number, width]);
  return <canvas ref={canvas} role="img" aria-label={label} className="paper block aspect-[210/297] h-auto w-full" />;
}

/** At once when first shown, afterwards when the window or a turned phone has come to rest. */
function watchWidth(canvas: HTMLCanvasElement | null, setWidth: (width: number) => void): () => void {
  if (!canvas) return () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = 0;
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => setWidth(canvas.clientWidth), delay);
    delay = 150;
  });
  observer.observe(canvas);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

function drawPage(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement | null): () => void {
  let cancel = () => {};
  let dropped = false;
  async function draw() {
    const page = await pdf.getPage(number);
    if (dropped || !canvas) return;
    const plain = page.getViewport({ scale: 1 });
    const scale = (canvas.clientWidth / plain.width) * Math.min(devicePixelRatio, 2);
    const viewport = page.getViewport({ scale });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.style.aspectRatio = `${plain.width} / ${plain.height}`;
    const task = page.render({ canvas, viewport });
    cancel = () => task.cancel();
    await task.promise;
  }
  draw().catch((error: unknown) => {
    if (!dropped) throw error;
  });
  return () => {
    dropped = true;
    cancel();
  };
}
