import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWords } from '../../src/cli/completionWords.ts';
import { builtInEditions } from '../../src/compile/edition.ts';
import { coverStyles } from '../../src/cover/coverStyles.ts';
import { markNames, schemeNames } from '../../src/impose/imposition.ts';
import { paperNames } from '../../src/impose/paperSizes.ts';
import { bundledThemes } from '../../src/theme/loadTheme.ts';
import { trimNames } from '../../src/theme/trimSizes.ts';
import { devices } from '../../src/verify/devices/device.ts';
import { hasBash, useWorkplace } from './spawnCli.ts';

const { folder, run, write } = useWorkplace();

/** What bash offers for command lines, the last word of each being typed; parted as bash parts them. */
function offered(...lines: readonly (readonly string[])[]): string[][] {
  writeFileSync(join(folder(), 'completion.sh'), run(['completion', 'bash']).stdout);
  mkdirSync(join(folder(), 'empty'));
  const script = `
source ../completion.sh
[[ $(complete -p fascicle) == *'-o default'*'-F _fascicle fascicle' ]] || echo 'not set up'
offer() {
  COMP_WORDS=(fascicle "$@"); COMP_CWORD=$#
  _fascicle fascicle
  echo "\${COMPREPLY[*]}"
}
${lines.map(words => `offer ${words.map(word => `'${word}'`).join(' ')}`).join('\n')}`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: join(folder(), 'empty'), encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.replace(/\n$/, '').split('\n').map(line => line.split(' ').filter(word => word !== '')); // prettier-ignore
}

describe('the words of completion', () => {
  it.each([
    ['format', builtInEditions.map(({ name }) => name)],
    ['theme', bundledThemes],
    ['cover', ['auto', 'none', ...coverStyles]],
    ['style', ['auto', ...coverStyles]],
    ['paper', paperNames],
    ['trim', trimNames],
    ['scheme', schemeNames],
    ['marks', [...markNames, 'all', 'none']],
    ['for', devices],
  ])('are for --%s those that there are', (name, words) => {
    expect(openWords[name]?.words).toEqual(words);
  });
});

describe.skipIf(!hasBash)('completion in bash', () => {
  const lines: readonly (readonly [words: readonly string[], expected: readonly string[]])[] = [
    [['in'], ['inspect', 'init']],
    [['b'], ['build']],
    [['--v'], ['--version']],
    [['build', '--wat'], ['--watch']],
    [['build', '--strict', '--json', '--cache-'], ['--cache-size']],
    [['build', '--no-c'], ['--no-cache']],
    [['inspect', 'a.txt', '--no-'], ['--no-pager']],
    [
      ['build', '--bind', ''],
      ['anthology', 'separate', 'both'],
    ],
    [['build', '--bind', '=', 's'], ['separate']],
    [
      ['build', '--bind', '='],
      ['anthology', 'separate', 'both'],
    ],
    [['build', '-f', 'ke'], ['kepub']],
    [['build', '--format', 'epub,boo'], ['epub,booklet']],
    [['build', '--theme', 'c'], ['classic']],
    [['build', '--cover', 'wood'], ['woodcut']],
    [['cover', '-s', 'wood'], ['woodcut']],
    [['impose', 'a.pdf', '--paper', 'lett'], ['letter']],
    [['check', 'a.epub', '--for', 'kindle,ko'], ['kindle,kobo']],
    [
      ['report', ''],
      ['merge', 'show'],
    ],
    [['cache', 'c'], ['clean']],
    [['completion', 'z'], ['zsh']],
    // What follows is a file, a folder or free text: the shell offers files.
    [['build', ''], []],
    [['build', '-o', 'w'], []],
    [['build', '--font', ''], []],
    [['report', 'merge', ''], []],
  ];

  it('offers commands, options, their values, and leaves files to the shell', () => {
    write({ 'smoke.txt': 'Smoke' });
    expect(offered(...lines.map(([words]) => words))).toEqual(lines.map(([, expected]) => expected));
  });

  it('knows every command and every option that the help names', () => {
    const list = run(['--help']).stdout.split('Options:')[0] ?? '';
    const commands = [...list.matchAll(/^ {2}fascicle (\w+) /gm)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(7);
    expect(offered([''])[0]?.filter(word => !word.startsWith('-'))).toEqual(commands);
    // "  -f, --format  Editions to make" and "      --title  The title"
    const help = run(['build', '--help']).stdout;
    const options = [...help.matchAll(/^ +(?:-\w, )?(--[\w-]+) /gm)].map(([, name = '']) => name);
    const script = run(['completion', 'bash']).stdout;
    const known = /build\) if .*? words='([^']*)'/.exec(script)?.[1]?.split(' ') ?? [];
    expect(options.filter(name => !known.includes(name) && name !== '--version')).toEqual([]);
    expect(known.length).toBeGreaterThan(40);
  });
});

describe('the script', () => {
  it.each([
    ['/bin/bash', 'complete -o bashdefault'],
    ['/usr/bin/zsh', '#compdef fascicle'],
    ['/usr/bin/fish', 'complete -c fascicle'],
  ])('is the one for the user’s shell, %s', (shell, words) => {
    const { status, stdout, stderr } = run(['completion'], { SHELL: shell });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(words);
  });

  it.each(['zsh', 'fish'])('is understood by %s', shell => {
    const script = run(['completion', shell]).stdout;
    write({ script });
    const { error, stderr } = spawnSync(shell, ['-n', 'script'], { cwd: folder(), encoding: 'utf8' });
    if (error === undefined) expect(stderr).toBe('');
    expect(script).toContain('mini-zine');
  });

  it('is refused for a shell that is not known, with what to do', () => {
    const { status, stderr } = run(['completion'], { SHELL: '/bin/csh' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/it is not csh[^]*fascicle completion bash, zsh, fish/);
  });
});
