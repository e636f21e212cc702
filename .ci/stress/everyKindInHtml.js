import { hardOnMarkup, longWord } from './prose.js';

/** Every kind of block and inline that a page of the web has, with what must not come through. */
export const everyKindInHtml = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A Page &amp; &lt;Its&gt; "Kinds"</title>
<meta name="author" content="Cleo &quot;C&quot; Umber">
<style>.i { font-style: italic }</style><script>document.write('never')</script></head>
<body onload="never()"><article>
<h1>A Page &amp; &lt;Its&gt; "Kinds"</h1>
<p class="byline">by Cleo "C" Umber</p>
<h2>Chapter 1: The Sorter's &amp; <em>Other</em> Kinds</h2>
<p>Words in <em>emphasis</em>, <i>italics</i>, <b>bold</b>, <strong>strong</strong>, <u>underlined</u>, <s>struck</s>, <del>deleted</del>, <ins>inserted</ins>, <small>small</small>, <mark>marked</mark>, <q>quoted</q>, <cite>cited</cite>, <dfn>defined</dfn>, <abbr title="the abbreviated">abbr.</abbr>, <kbd>key</kbd>, <samp>sample</samp>, <var>x</var>, <code>a &lt; b</code>, H<sub>2</sub>O, 4<sup>th</sup>, <span class="i">by class</span>, <ruby>港<rt>みなと</rt></ruby>, <bdo dir="rtl">turned</bdo>, <time datetime="2019">2019</time>.</p>
<p><a href="https://example.org/?a=1&amp;b=2">A link &amp; more</a>, <a href="/relative">a relative one</a>, <a href="javascript:never()">a false one</a>, <a name="anchor">an anchor</a>, <a href="#anchor">to it</a>.</p>
<p lang="fr">Tout un paragraphe en français, « bien sûr ».</p>
<p>The owl said <span lang="de" xml:lang="de">Gute Nacht</span> and <i lang="ar" dir="rtl">مساء الخير</i>.</p>
<p>A mark<sup><a href="#fn1" id="r1">1</a></sup> and another<a href="#fn2" id="r2" role="doc-noteref">*</a>.</p>
<blockquote><p>A quote.</p><blockquote>Bare words in it.<p>And a paragraph.</p></blockquote><ul><li>listed</li></ul></blockquote>
<ul><li>one<ul><li>two<ol start="7" type="a"><li>seven</li><li value="12">twelve</li></ol></li></ul></li><li></li></ul>
<ol reversed><li><p>a</p><p>b</p></li></ol>
<dl><dt>Term &amp; word</dt><dd>What it <em>means</em></dd><dd>and also</dd></dl>
<pre>  kept   as
  it &lt;is&gt;</pre>
<table><caption>Of prices</caption><thead><tr><th>Hat</th><th colspan="2">Price</th></tr></thead>
<tbody><tr><td rowspan="2">top</td><td>9</td><td><table><tr><td>in</td><td>side</td></tr></table></td></tr><tr><td>8</td></tr></tbody></table>
<hr>
<p>Verse<br>in lines<br>&nbsp;&nbsp;set in<br><br>and apart.</p>
<figure><img src="lamp.png" alt="A lamp &amp; &quot;its&quot; stairs" width="9000"><figcaption>The <em>lamp</em>, &amp; its stairs</figcaption></figure>
<p><img src="lamp.png"> <img src="lamp.png" alt=""> <img src="http://127.0.0.1:9/never.png" alt="Never fetched"> <img src="../../../etc/hostname" alt="Never read"></p>
<details><summary>Told on demand</summary><p>Hidden words.</p></details>
<center>* * *</center>
<iframe src="https://example.org/never"></iframe><svg viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg><math><mi>x</mi></math>
<audio src="never.mp3" controls></audio><form><input value="never"><button>Never</button></form>
<div><div><div>Words in boxes.</div></div></div>
<p>Hard on markup: ${hardOnMarkup.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>
<p>${longWord}</p>
<h2>Chapter 2</h2>
<h3></h3>
<h5>A heading too deep</h5>
<p>Entities: &eacute; &mdash; &#x1F3A9; &#0; &#x80; &nosuch; &amp;amp; &ThickSpace; end.</p>
<p>The End</p>
<section role="doc-endnotes"><ol><li id="fn1"><p>The first note. <a href="#r1">↩</a></p></li><li id="fn2"><p>The second.</p><p>In two. <a href="#r2">↩</a></p></li></ol></section>
</article></body></html>
`;
