package dev.sluice.io.file;

import java.util.Map;

/**
 * A state of the model in 128 bits, so that millions can be remembered. Two of ten million states
 * share one with a probability of about 10<sup>-25</sup>.
 */
record Digest(long a, long b) {

  static Digest of(ModelWorld world) {
    return new Digest(half(world, 0x9e3779b97f4a7c15L), half(world, 0x632be59bd9b4e019L));
  }

  /** Of what stays when all writers have ended. */
  static Digest ofRest(ModelWorld world) {
    return new Digest(rest(world, 0x9e3779b97f4a7c15L), rest(world, 0x632be59bd9b4e019L));
  }

  private static long half(ModelWorld world, long seed) {
    long digest = rest(world, seed);
    for (ModelWriter writer : world.writers()) {
      digest = mixed(digest, writer.state().ordinal() + 31L * writer.answers().size());
      digest = mixed(digest, writer.trace());
      digest = mixed(digest, writer.committed() ? 1 : 0);
    }
    digest = mixed(digest, world.lockHolder().orElse(-1));
    return mixed(digest, world.faultsLeft());
  }

  private static long rest(ModelWorld world, long seed) {
    return mixed(unordered(world.files(), seed), unordered(world.expected(), seed + 1));
  }

  private static long unordered(Map<String, String> map, long seed) {
    long sum = 0;
    for (Map.Entry<String, String> entry : map.entrySet()) {
      sum += mixed(mixed(seed, entry.getKey()), entry.getValue());
    }
    return sum;
  }

  static long mixed(long digest, String text) {
    return mixed(digest, (long) text.hashCode() << 32 | text.length());
  }

  /** A round of SplitMix64. */
  static long mixed(long digest, long value) {
    long z = (digest ^ value) + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
