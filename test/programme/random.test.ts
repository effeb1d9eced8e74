import { expect } from '@open-wc/testing';
import { randomOf } from '../../packages/tools/programme/random.js';

const draws = 20_000;

describe('random', () => {
  it('randomOf(…seeds) gives the same numbers for the same seeds', () => {
    expect(numbers(randomOf(1, 2, 3))).to.deep.equal(numbers(randomOf(1, 2, 3)));
  });

  it('randomOf(…seeds) gives unrelated numbers for neighbouring seeds', () => {
    const a = numbers(randomOf(1, 3, 1000));
    const b = numbers(randomOf(1, 3, 1001));
    const product = a.reduce((sum, value, index) => sum + (value - 0.5) * (b[index]! - 0.5), 0) / a.length;
    expect(Math.abs(product * 12)).to.be.below(0.05);
  });

  it('next() is spread evenly from 0 to below 1', () => {
    const random = randomOf(5);
    const bins = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < draws; i += 1) bins[Math.floor(random.next() * 10)]! += 1;
    for (const bin of bins) expect(bin / draws).to.be.closeTo(0.1, 0.01);
  });

  it('integer(from, to) reaches both ends and nothing else', () => {
    const random = randomOf(6);
    const seen = new Set(Array.from({ length: 200 }, () => random.integer(3, 6)));
    expect([...seen].toSorted((a, b) => a - b)).to.deep.equal([3, 4, 5, 6]);
  });

  it('weighted(weights) is proportional and never picks a weight of 0', () => {
    const random = randomOf(7);
    const seen = [0, 0, 0];
    for (let i = 0; i < draws; i += 1) seen[random.weighted([1, 0, 3])]! += 1;
    expect(seen[1]).to.equal(0);
    expect(seen[2]! / draws).to.be.closeTo(0.75, 0.02);
  });

  it('normal() has mean 0 and deviation 1; logNormal(median, spread) has its median', () => {
    const random = randomOf(8);
    const normals = Array.from({ length: draws }, () => random.normal());
    const mean = normals.reduce((sum, value) => sum + value, 0) / draws;
    const variance = normals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws;
    expect(mean).to.be.closeTo(0, 0.03);
    expect(variance).to.be.closeTo(1, 0.04);
    const below = Array.from({ length: draws }, () => random.logNormal(20, 0.8)).filter((days) => days < 20);
    expect(below.length / draws).to.be.closeTo(0.5, 0.02);
  });
});

function numbers(random: ReturnType<typeof randomOf>): number[] {
  return Array.from({ length: 2000 }, () => random.next());
}
