import { markOnce, removed, type WrapperFinding } from './wrapperFinding.ts';

/** Lines of reading sites that no story has: `(本章完)`, `Report abuse`, `Add to library`, `Read on Wattpad`, `Story continues below`. */
const siteLine =
  /^[\W_]{0,6}(?:本章完|本章未完.{0,20}|未完待续，.{0,30}下一页.{0,10}|请点击下一页继续阅读|加入书签|返回目录|返回书页|上一章|下一章|上一页|下一页|章节目录|最新章节.{0,40}|手机用户请.{0,40}|推荐本书|投推荐票|report abuse|report (?:this )?story|report chapter|add to (?:library|reading lists?|favou?rites)|share this story|share via e-?mail|story continues below|continue reading(?: next part| below)?|read on wattpad|log in to (?:comment|vote|read|continue)|you(?:['’]ll| will| may| might) also like|support ["“]?[^"”]{1,60}["”]? on (?:patreon|ko-?fi|royal road)|donate to the author|rate this (?:story|chapter)|bookmark this (?:page|story|chapter)|print this (?:page|story)|(?:story )?(?:views|reads|hits):? \d[\d,.]*k?|(?:read|view|show) (?:all |more )?comments|sign up to (?:comment|vote|read)|become a (?:patron|supporter)|join (?:my|our) (?:discord|patreon)|(?:edit|follow|favorite|rate) (?:story|fiction)|leave a (?:review|comment|rating))[\W_]{0,6}$/iu;

/** Matches the advert of a Chinese reading site, alone on its line: `更多精彩小说请登录某某书屋下载`, `本书由某某网整理`, `手机用户请到m.example.org阅读`; not a sentence with a full stop or speech. */
const chineseAdvert =
  /^[^“「。，]{0,12}(?:更多(?:精彩|好看|免费|全本)?[^。]{0,6}(?:小说|好书|内容|章节)[^。]{0,4}(?:请|尽在|就在|敬请|欢迎)|(?:请|欢迎)(?:登[录陆]|访问|光临|收藏|记住|牢记)(?:本站|本书|我们|[\w.]{4,})|(?:本书|本文|本电子书|小说)(?:由|来自|首发于?|转载自|下载于)[^。]{0,20}(?:网|书屋|论坛|书城|中文|整理|制作|上传|下载)|(?:txt|全本|全集|电子书)(?:小说|电子书)?(?:免费)?下载|(?:最新|全文|免费)(?:章节|阅读|小说)[^。]{0,8}(?:请|尽在|就在|www))[^。”」]{0,40}$/iu;

/** A notice against copies, as Royal Road puts it among the paragraphs: it names a shop or site and asks to report it. */
function isTheftNotice(text: string): boolean {
  if (text.length > 260 || /["“”]/.test(text)) return false;
  const namesSite = /\b(?:Amazon|Royal ?Road)\b/.test(text);
  const isNotice = /\b(?:stolen|theft|pilfered|purloined|misappropriated|unlawfully|illicitly|unauthori[sz]ed|without (?:the author['’]s )?(?:consent|permission|authori[sz]ation|approval)|taken without)\b/i.test(text); // prettier-ignore
  const asks = /\b(?:report|read it (?:on|there)|support the author|original (?:version|source|site)|belongs? (?:on|to)|genuine version)\b/i.test(text); // prettier-ignore
  return namesSite && isNotice && asks;
}

const menuWord =
  /^(?:previous|prev|next|first|last|latest|newest|home|index|back|top|contents|toc|table of contents|main|chapters?|chapter (?:list|index)|(?:previous|prev|next|first|last) (?:chapter|part|page|story)|(?:story|fic|archive|author) index|back to (?:the )?(?:top|index|story|stories|archive|contents|home)|\d{1,3}|comments?|reviews?|bookmark|print|share|report|vote|follow|fave?s?|favou?rite)$/i;
const maxMenuLength = 160;

/**
 * A menu: words such as only menus have, divided by bars or arrows, `Previous | Index | Next`; or one between arrows or
 * brackets, `<< Previous Chapter`, `Next Chapter →`. Not `Next`, `Back | forth | back`, `1 | 2 | 3`.
 */
function isMenu(text: string): boolean {
  if (text.length > maxMenuLength || !/[|•»«<>←→‹›[\]]/.test(text)) return false;
  const words = text.split(/[|•»«<>←→‹›[\]()*~·]+|\s-\s|--/).map(word => word.trim()).filter(word => word !== ''); // prettier-ignore
  const hasStep = words.some(word => /^(?:previous|prev|next|index|toc|contents|table of contents|home)\b|chapter|back to/i.test(word)); // prettier-ignore
  return words.length > 0 && hasStep && words.every(word => menuWord.test(word));
}

/** Matches a line of a menu that has one entry a line: `Fiction Page`, `Previous Chapter`, `Vote`. */
const menuLine =
  /^[\W_]{0,4}(?:previous|prev|next|first|last|latest|index|home|top|contents|toc|table of contents|(?:previous|prev|next|first|last) (?:chapter|part|page|story)|(?:fiction|story|novel|book|author|chapter|series) (?:page|index|list|info)|all chapters|about the author|author['’]s page|comments?(?: \(\d+\))?|reviews?(?: \(\d+\))?|bookmark|print|share|report|vote|votes|follow|fave?s?|favou?rite|like|donate|support|rate|settings|font|theme|download|advertisement|sponsored(?: content)?|log ?in|sign ?up|register|add a comment|post (?:a )?comment|leave a comment|reading options)[\W_]{0,4}$/i;
const menuStep =
  /\b(?:previous|prev|next|index|toc|contents)\b|\bchapters?\b|\b(?:vote|share|follow|comment|bookmark|advertisement)\b/i;

/** A menu without dividers has so many entries in a row; `Vote` alone may be what a sign says. */
const minMenuLines = 2;

/** The end of the run of a menu's lines that starts at a block; the block itself where there is none. */
function menuRunEnd({ blocks, end }: WrapperFinding, index: number): number {
  let at = index;
  let steps = 0;
  for (; at < end; at++) {
    const block = blocks[at];
    if (block?.kind !== 'text' || block.text.length > maxMenuLength || !menuLine.test(block.text)) break;
    if (menuStep.test(block.text)) steps++;
  }
  return at - index >= minMenuLines && steps >= minMenuLines - 1 ? at : index;
}

/** Matches one of the counts in `24.2K 1K 166`, and what it may count. */
const count = /^(?<digits>\d[\d.,]{0,9})(?<thousand>[KkM]?)$/;
const counted = /^(?:reads|views|votes|comments|stars|likes|parts?|story|chapters?)$/i;

/** Counts stand near the top of a page, among so many blocks. */
const maxCountsIndex = 10;
const maxCountsLength = 80;

/** Whether a line holds the counts that a site prints under a title: `24.2K 1K 166`, `1.2M Reads 30 Votes`; not `1 2 3`, `1914 1918`. */
function isCountsLine(text: string): boolean {
  if (text.length > maxCountsLength) return false;
  const words = text.split(/[\s•·|★☆👁💬]+/u).filter(word => word !== '');
  const counts = words.filter(word => count.test(word));
  const isTelling = counts.some(word => count.exec(word)?.groups?.thousand !== '') || words.some(word => counted.test(word)); // prettier-ignore
  return counts.length >= 2 && isTelling && words.every(word => count.test(word) || counted.test(word));
}

/** Takes off lines of reading sites: menus, markers at a chapter's end, notices among the paragraphs. */
export function findSiteFurniture(finding: WrapperFinding): void {
  const { blocks, start, end } = finding;
  for (let index = start; index < end; index++) {
    const block = blocks[index];
    if (block?.kind !== 'text') continue;
    const runEnd = menuRunEnd(finding, index);
    if (runEnd > index) {
      for (; index < runEnd; index++) markOnce(finding, index, removed('site-navigation', 'It is a line of the site’s menu.', 0.9)); // prettier-ignore
      index--;
    } else if (index - start < maxCountsIndex && isCountsLine(block.text)) {
      markOnce(finding, index, removed('site-counts', 'It counts the story’s readers and their votes.', 0.85));
    } else if (block.text.length <= maxMenuLength && (siteLine.test(block.text) || isMenu(block.text))) {
      const reason = block.text.includes('本章完') ? 'chapter-end-marker' : 'site-navigation';
      markOnce(finding, index, removed(reason, 'It belongs to the site’s page, not to the story.', 0.9));
    } else if (block.text.length <= maxMenuLength && chineseAdvert.test(block.text)) {
      markOnce(finding, index, removed('site-advert', 'The site advertises itself here.', 0.85));
    } else if (isTheftNotice(block.text)) {
      markOnce(finding, index, removed('theft-notice', 'The site put this notice among the paragraphs.', 0.85));
    }
  }
}
