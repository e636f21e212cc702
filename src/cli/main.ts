#!/usr/bin/env node
import { readSource } from '../source/readSource.ts';
import { readStory } from '../compile/readStory.ts';
import { inspectStory } from '../compile/inspectStory.ts';
import { createIdentity } from '../compile/identity.ts';
import { assembleStory } from '../book/assembleBook.ts';
const path = process.argv[3] ?? '';
const n = readStory([await readSource(path)]);
const s = assembleStory({ ...n, fileName: path }, {}, createIdentity(null));
process.stdout.write(JSON.stringify(inspectStory(n, s)));
