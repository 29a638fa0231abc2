package dev.sluice.language;

/**
 * A mistake that does not compile.
 *
 * @param title the mistake in a few words
 * @param code statements within {@link Prelude#SOURCE}
 * @param line the line of the code, from 1, that both compilers name
 * @param javac the first words of javac's message
 * @param eclipse the first words of the Eclipse compiler's message
 */
record Refusal(String title, String code, int line, String javac, String eclipse) {

  Refusal {
    code = code.strip();
  }
}
