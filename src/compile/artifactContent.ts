/** The bytes of a file, some at a time; those of a long file are made as they are asked for. */
export type ArtifactContent = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** All bytes of a content at once. */
export async function bytesOf(content: ArtifactContent): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  const [first] = chunks;
  return chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
}
