import { execFile } from 'node:child_process';

/** Runs a program to its end: its exit code and all that it printed. A program that is not there is an error. */
export function runTool(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    execFile(command, args, { encoding: 'utf8', maxBuffer: 1e9, ...options }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ status: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}
