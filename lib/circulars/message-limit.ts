/** A KEP message with everything in it may weigh 25 MB (letter.md C.1); checked before the signature (N12). */
export const messageLimit = 25_000_000;

/** Base64 with line ends costs 37 %; the PDF, the signature and the headers are allowed 1 MB more. */
export const messageSize = (attachmentBytes: number): number => Math.ceil(attachmentBytes * 1.37) + 1_000_000;
