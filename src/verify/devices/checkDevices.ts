import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Examination } from '../examineEpub.ts';
import { appleRules } from './appleRules.ts';
import type { Device, DeviceFinding, DeviceRule } from './device.ts';
import { deviceFacts } from './deviceFacts.ts';
import { googleRules } from './googleRules.ts';
import { kindleRules } from './kindleRules.ts';
import { koboRules } from './koboRules.ts';

/** Every rule of every maker. */
export const deviceRules: Readonly<Record<Device, readonly DeviceRule[]>> = {
  kindle: kindleRules,
  kobo: koboRules,
  apple: appleRules,
  google: googleRules,
};

/** Findings of one rule beyond these say nothing new. */
const maxFindingsOfOneRule = 50;

/** What the devices would refuse or show badly; nothing of a book that could not be read. */
export function checkDevices(devices: readonly Device[], { book }: Examination, epubBytes: number): Diagnostic[] {
  if (devices.length === 0 || book === null) return [];
  const facts = deviceFacts(book, epubBytes);
  const rules = [...new Set(devices)].flatMap(device => deviceRules[device]);
  return rules.flatMap(rule =>
    rule
      .find(facts)
      .slice(0, maxFindingsOfOneRule)
      .map(finding => diagnosticOf(rule, finding)),
  );
}

function diagnosticOf(rule: DeviceRule, { found, place }: DeviceFinding): Diagnostic {
  const { code, severity, hint, source } = rule;
  return {
    code,
    severity,
    message: `${found}: ${rule.says}${caveats[rule.basis]}.`,
    hint,
    ...(place === undefined ? {} : { place }),
    ...(source === null ? {} : { source }),
  };
}

/** What is not confirmed is said to be so. */
const caveats: Readonly<Record<DeviceRule['basis'], string>> = {
  maker: '',
  reports: ' (reported, not confirmed)',
};
