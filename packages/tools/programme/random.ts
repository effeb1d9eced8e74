import { exponential } from './exponential.js';

/** A stream of random numbers that is the same for the same seeds, in every engine. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** From `from` to `to`, both included. */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** The index of a list of weights, each as likely as its weight. */
  weighted(weights: readonly number[]): number;
  /** About normal, mean 0, standard deviation 1, never beyond ±6. */
  normal(): number;
  /** Half are below the median; `spread` is the standard deviation of the logarithm. */
  logNormal(median: number, spread: number): number;
}

/** The random numbers of a place: the same seeds give the same numbers, other seeds unrelated ones. */
export function randomOf(...seeds: readonly number[]): Random {
  const next = generator(seeds);
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const normal = (): number => {
    // Irwin–Hall: needs only additions, which every engine rounds alike.
    let sum = -6;
    for (let i = 0; i < 12; i += 1) sum += next();
    return sum;
  };
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (list) => list[integer(0, list.length - 1)]!,
    weighted: (weights) => weightedIndex(weights, next()),
    normal,
    logNormal: (median, spread) => median * exponential(spread * normal()),
  };
}

/** Small Fast Counter, 32 bits: Chris Doty-Humphrey's generator from PractRand. */
function generator(seeds: readonly number[]): () => number {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let counter = 1;
  const step = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (const seed of seeds) {
    a = (a ^ seed) | 0;
    for (let i = 0; i < 8; i += 1) step();
  }
  return () => step() / 4294967296;
}

function weightedIndex(weights: readonly number[], share: number): number {
  let left = share * weights.reduce((sum, weight) => sum + weight, 0);
  for (let index = 0; index < weights.length; index += 1) {
    left -= weights[index]!;
    if (left < 0) return index;
  }
  return weights.length - 1;
}
