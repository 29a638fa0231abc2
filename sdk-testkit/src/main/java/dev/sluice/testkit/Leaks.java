package dev.sluice.testkit;

/** What happens to what a test leaves behind. */
public enum Leaks {
  /** It is cleaned up, and the test fails with a message that names it. */
  FAIL,
  /** It is cleaned up. */
  CLEAN
}
