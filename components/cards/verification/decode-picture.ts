/** Sizes at which a picture is tried: small ones are quick and blur noise away, large ones keep a small code. */
const sizes = [1_000, 2_000, 500];

/** A picture is looked at once and with patience; a camera shows the next frame anyway. */
const patient = { timeLimit: 700, effort: 4 };
const brisk = { timeLimit: 60, effort: 1 };

type Decode = typeof import("qr/decode.js").default;
let decoder: Promise<Decode> | undefined;

/** Loaded when somebody first shows a code: most who come here type a number. */
const loadDecoder = (): Promise<Decode> => {
  decoder ??= import("qr/decode.js").then((module) => module.default);
  return decoder;
};

/** The text of the QR code in a picture, or null; the picture stays in the browser. */
export async function decodePicture(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const decode = await loadDecoder();
  const longest = Math.max(picture.width, picture.height);
  for (const size of sizes) {
    const found = decodeAt(decode, picture, Math.min(1, size / longest), patient);
    if (found !== null) return found;
  }
  return null;
}

/** One look at a running camera. */
export async function decodeFrame(video: HTMLVideoElement): Promise<string | null> {
  if (video.videoWidth === 0) return null;
  const decode = await loadDecoder();
  return decodeAt(decode, video, Math.min(1, 720 / Math.max(video.videoWidth, video.videoHeight)), brisk);
}

function decodeAt(decode: Decode, source: ImageBitmap | HTMLVideoElement, scale: number, care: typeof patient): string | null {
  const [fullWidth, fullHeight] = source instanceof ImageBitmap ? [source.width, source.height] : [source.videoWidth, source.videoHeight];
  const [width, height] = [Math.max(1, Math.round(fullWidth * scale)), Math.max(1, Math.round(fullHeight * scale))];
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(source, 0, 0, width, height);
  try {
    return decode({ width, height, data: context.getImageData(0, 0, width, height).data }, care);
  } catch {
    // The decoder throws for "no code here"; to whoever holds the card that is an expected outcome.
    return null;
  }
}
