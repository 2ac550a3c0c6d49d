/**
 * Stores one by one what comes one by one, and together what came while the last was being stored: a provider that pours
 * out thousands of mails meets few transactions. Each caller hears only once its own item is stored.
 */
export function gathered<T>(store: (items: T[]) => Promise<unknown>): (item: T) => Promise<void> {
  let waiting: T[] = [];
  let next: Promise<unknown> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const begin = async () => {
    await last.catch(() => undefined);
    const items = waiting;
    waiting = [];
    next = null;
    last = store(items);
    await last;
  };
  return async (item) => {
    waiting.push(item);
    next ??= begin();
    await next;
  };
}
