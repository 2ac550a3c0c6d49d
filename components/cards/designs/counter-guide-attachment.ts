import { counterGuideUrl } from "@/components/cards/designs/design-queries.ts";
import { counterGuideFile } from "@/lib/cards/designs.ts";

/** The guide as a circular's attachment; the page hands it over, since a circular knows no cards. */
export const counterGuideAttachment = {
  label: "Banko kılavuzunu ekle",
  title: counterGuideFile.title,
  fileName: counterGuideFile.name,
  url: counterGuideUrl,
};
