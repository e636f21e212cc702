import { markOnce, removed, type WrapperFinding } from './wrapperFinding.ts';

/** Matches `End file.`, `[Downloaded from www.example.org]`, `Exported with the assistance of FicHub.net`; not `She downloaded the file.` */
const creditLine =
  /^\W*(?:End file|(?:this (?:file|story|e-?book) (?:was )?)?(?:down ?loaded|exported|generated|converted|created|compiled) (?:from|with|by|using|at|on)\b.{0,40}(?:https?:\/\/|www\.|\w\.(?:com|net|org)\b|fanficfare|fanficdownloader|fichub|calibre|flag\b).{0,120}|(?:this (?:file|story|e-?book) (?:was )?)?(?:down ?loaded|exported|generated|converted) (?:with|by|using|via) (?:the assistance of )?(?:fanficfare|fanficdownloader|fichub|calibre|fladd).{0,80}|End of file)\W*$/i;

const maxLineLength = 240;

/** Takes off what programs that download stories write about themselves. */
export function findDownloadCredits(finding: WrapperFinding): void {
  const { blocks, start, end } = finding;
  for (let index = start; index < end; index++) {
    const text = blocks[index]?.text ?? '';
    if (blocks[index]?.kind !== 'text' || text.length > maxLineLength || !creditLine.test(text)) continue;
    markOnce(finding, index, removed('download-credit', 'A program that downloads stories wrote it.', 0.9));
  }
}
