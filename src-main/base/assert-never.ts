/** Ends a `switch` over a union: a new kind that nobody handles becomes a type error, and never passes silently at run time. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
