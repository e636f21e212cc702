/**
 * What the port says of sound books, and EPUBCheck does not: it takes any element of type "index" for an index, the link
 * to one among the landmarks too.
 */
const falseAlarms: readonly { readonly id: string; readonly message: string }[] = [
  { id: 'RSC-005', message: 'An "index" must contain one and only one "index-entry-list" descendant element.' },
];

/** Whether a message of the port is known to come of sound books. */
export function isFalseAlarm(id: string, message: string): boolean {
  return falseAlarms.some(alarm => alarm.id === id && alarm.message === message);
}
