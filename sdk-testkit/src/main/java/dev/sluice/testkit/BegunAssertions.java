package dev.sluice.testkit;

import dev.sluice.plan.CallSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chains of assertions that a test has begun on its thread and that have not looked at a row:
 * {@code assertThat(stage).inOrder()} says how to compare, and then compares nothing.
 */
final class BegunAssertions {

  // JUnit hands a test nothing that a static assertThat could find, but its thread
  private static final ThreadLocal<Map<Object, String>> OF_TEST = new ThreadLocal<>();

  private BegunAssertions() {}

  /** From here on chains are watched. */
  static void watch() {
    OF_TEST.set(new LinkedHashMap<>());
  }

  /** A chain begins; its token is what all its parts share. */
  static void begin(Object token, String subject) {
    Map<Object, String> begun = OF_TEST.get();
    if (begun != null) {
      begun.put(
          token,
          "assertThat(%s) at %s has no assertion after it: end it with hasRows(…), isEmpty() or another one"
              .formatted(subject, CallSite.here()));
    }
  }

  /** The chain has looked at rows. */
  static void looked(Object token) {
    Map<Object, String> begun = OF_TEST.get();
    if (begun != null) {
      begun.remove(token);
    }
  }

  /** What has asserted nothing, one line each; watches no longer. */
  static List<String> end() {
    Map<Object, String> begun = OF_TEST.get();
    OF_TEST.remove();
    return begun == null ? List.of() : new ArrayList<>(begun.values());
  }
}
