import { saveBlob } from "@/components/charts/chart-data.ts";
import type { FileAnswer } from "@/lib/platform/http/files.ts";

/** Hands the server's file to the browser. */
export const saveFile = ({ name, mediaType, bytes }: FileAnswer): void =>
  saveBlob(name, new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
