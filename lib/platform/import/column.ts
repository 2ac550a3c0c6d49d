// What a file of one kind is made of; known to rules as well, so nothing here reaches a database.

export type ImportColumn = {
  key: string;
  label: string;
  /** Other headings that mean the same; folded before they are compared. */
  aliases: readonly string[];
  required: boolean;
  /** How many digits a number has: what lost its zeros to a spreadsheet is recognised by it. */
  digits?: number;
  /** A number a spreadsheet may have written as 9,9E+10. */
  numeric?: true;
  /** A person could be known by it: staged sealed, shown to the uploader alone. */
  personal?: true;
  note: string;
  example: string;
};

export type CellFault = { column: string; message: string };
export type Cells = Record<string, string>;
