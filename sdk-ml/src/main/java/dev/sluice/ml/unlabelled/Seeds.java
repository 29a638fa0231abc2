package dev.sluice.ml.unlabelled;

import java.util.Random;

/** Many seeds of one. Neighbours of a seed are mixed first, for generators begin alike with seeds that are alike. */
final class Seeds {

  private static final long STEP = 0x9e3779b97f4a7c15L;

  private Seeds() {}

  /** The seed of one of many things to be drawn. */
  static long of(long seed, long number) {
    return mixed(seed + STEP * (number + 1));
  }

  /** Random numbers that Java's documentation fixes, so that they are the same on each version of it. */
  static Random random(long seed, long number) {
    return new Random(of(seed, number));
  }

  /** Another number of which each bit depends on all bits: the finalizer of SplitMix64. */
  static long mixed(long number) {
    long mixed = number + STEP;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
