import { hardOnMarkup, longWord, unseen } from './prose.js';

/** A plain text with matter of many kinds before, inside and after, and all that is hard on markup in each. */
export const everyMatterInText = `Title: Matter & <More> "Matter"
Author: Dora "D" Verdigris <dora@example.org>
Rating: PG & <13>
Fandom: Clocks & Tides
Pairing: Maude/Quillon
Disclaimer: I own nothing but the fog & <the> "geese".
Warnings: geese, magistrates & <weather>
Summary: All that stands before & after a "tale".
Dedication: To the clerk of the lower tide.
Acknowledgments: Thanks to my beta, Anna & <Ben>.
Author's Note: Written in the rain. ${unseen}

Chapter 1 & <One>

A/N: This one is short!

The clerk wrote the moon into the wrong column. ${hardOnMarkup}

"Is that ink?" Maude asked. (A/N: It was.)

${unseen}

* * *

It was not ink.

${longWord}

A/N: Please review & tell me "what" <you> think!

Chapter 2

Nobody had seen the upper half of the bridge, and nobody looked.

He counted the bells, and they were eleven.

The End

A/N: Thanks for reading. Reviews are love!

Translator's note: The fog's name cannot be translated.
`;
