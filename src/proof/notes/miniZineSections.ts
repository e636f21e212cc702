import type { ProofFacts } from '../proofFacts.ts';
import type { NoteSection } from './noteText.ts';

/** Creases, the one cut, and how the sheet becomes a book. */
export function miniZineSections({ plan }: ProofFacts): NoteSection[] {
  const spine = plan.direction === 'rtl' ? 'right' : 'left';
  return [
    {
      heading: 'Crease',
      isNumbered: true,
      steps: [
        'Lay the sheet down, print up, a long side towards you.',
        'Fold it in half with the long edges together. Rub the fold flat; open it.',
        'Fold it in half with the short edges together. Rub the fold flat; open it.',
        'Fold each short edge to the crease in the middle. Rub the folds flat; open them. The sheet has eight panels now, one for each page.',
      ],
    },
    {
      heading: 'Cut',
      isNumbered: true,
      steps: [
        'Fold it in half again with the short edges together, print outside.',
        'Cut from the middle of the folded edge along the crease, as far as the crease that crosses it, and no farther.',
        'Open it: the slit lies in the middle of the sheet, two panels long.',
      ],
    },
    {
      heading: 'Fold',
      isNumbered: true,
      steps: [
        'Fold it in half with the long edges together, print outside. The slit is in the fold.',
        'Take both ends and push them towards each other: the slit opens, and the panels make a cross with four arms.',
        `Lay the arms on each other, all one way, with page 1 on top and the fold ${spine} of it. Rub all folds flat.`,
        'It reads 1 to 8 and needs no staple.',
      ],
    },
  ];
}
