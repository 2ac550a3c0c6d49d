import type { PdfWords } from "@/components/ui/pdf-pages.tsx";

/** The letter's pages for readers of English; the letter itself stays Turkish. */
export const englishPages: PdfWords = {
  count: (pages) => `${pages} ${pages === 1 ? "page" : "pages"}`,
  page: (number, pages) => `page ${number} of ${pages}`,
  download: "Download PDF",
  loading: "Preparing the pages",
  failed: "The pages could not be shown here. You can download the document and open it.",
};
