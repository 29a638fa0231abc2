package dev.sluice.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of an expression in pieces: words, and expressions that are written in their place. So
 * an expression says how it is written without writing what is below it, however deep that is.
 */
public final class Phrase {

  private final List<Object> pieces;

  private Phrase(List<Object> pieces) {
    this.pieces = pieces;
  }

  /**
   * Pieces, one after the other.
   *
   * @param pieces expressions, phrases, and words: the texts of all other objects
   */
  public static Phrase of(Object... pieces) {
    return new Phrase(List.of(pieces));
  }

  /** Expressions or phrases with commas between them. */
  public static Phrase list(List<?> pieces) {
    return joined(", ", pieces);
  }

  /** Expressions or phrases with a word between them. */
  public static Phrase joined(String word, List<?> pieces) {
    List<Object> joined = new ArrayList<>();
    for (Object piece : pieces) {
      if (!joined.isEmpty()) {
        joined.add(word);
      }
      joined.add(piece);
    }
    return new Phrase(joined);
  }

  List<Object> pieces() {
    return pieces;
  }
}
