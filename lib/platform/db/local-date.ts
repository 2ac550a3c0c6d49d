/** A `date` column comes as midnight UTC; this is its text, yyyy-MM-dd. */
export const localDate = (value: Date): string => value.toISOString().slice(0, 10);

/** The text of a legal local date as the `date` column takes it. */
export const dateColumn = (text: string): Date => new Date(`${text}T00:00:00Z`);
