/** Puts work off until somebody asks for it, and does it once. */

/** A function that calls `make` on its first call and returns what it made on every call. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
