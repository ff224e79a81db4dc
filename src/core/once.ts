/** Puts work off until somebody asks for it, and does it once, or once for each text. */

/** A function that calls `make` on its first call and returns what it made on every call. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Beyond this many texts nothing more is remembered. */
const MOST_TEXTS = 10_000;

/** A function that calls `make` for each text the first time, and returns what it made from then on. */
export function onceEach<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, { readonly value: T }>();
  return (text) => {
    const known = made.get(text);
    if (known) return known.value;
    const value = make(text);
    if (made.size < MOST_TEXTS) made.set(text, { value });
    return value;
  };
}
