import type { ReactNode } from "react";

/** On a phone a table has no head: the figure says its own name. */
export const OnPhone = ({ children }: { children: ReactNode }) => <span className="text-ink-3 md:hidden">{children} </span>;
