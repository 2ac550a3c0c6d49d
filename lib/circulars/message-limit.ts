/** A KEP message with everything in it may weigh 25 MB (letter.md C.1); checked before the signature (N12). */
export const messageLimit = 25 * 1024 * 1024;

/** Base64 with line ends costs 37 %; the PDF, the signature and the headers are allowed 1 MiB more. */
export const messageSize = (attachmentBytes: number): number => Math.ceil(attachmentBytes * 1.37) + 1024 * 1024;
