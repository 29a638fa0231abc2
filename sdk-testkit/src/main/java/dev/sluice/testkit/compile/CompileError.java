package dev.sluice.testkit.compile;

/**
 * One error a compiler reported.
 *
 * @param compiler who reported it
 * @param line line of the source or snippet, from 1; 0 or less is a line of the prelude before it
 * @param message the compiler's own text, in English; types without their packages
 */
public record CompileError(Compiler compiler, long line, String message) {

  /** Compiler, line and message, as failing assertions show them. */
  @Override
  public String toString() {
    return compiler + ", line " + line + ": " + message;
  }
}
