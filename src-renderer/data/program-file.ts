/** A file of the program itself, by the address the build gave it. */
export async function programFile(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`program file ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
