package dev.sluice.io.format;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What becomes of JSON objects that are rows, and doubtful.
 *
 * @param unknownFields of one with a field that the record does not have
 * @param missingFields of one without the field of a component that may be NULL
 * @param structures of one with an object or an array where a text should be
 */
record JsonDoubts(InDoubt unknownFields, InDoubt missingFields, InDoubt structures)
    implements Serializable {

  /** A record may be a part of what is there. */
  static final JsonDoubts NONE = new JsonDoubts(InDoubt.ACCEPT, InDoubt.ACCEPT, InDoubt.ACCEPT);

  /** A component that may be NULL may be left out, as the writer of rows leaves it out. */
  static final JsonDoubts STRICT =
      new JsonDoubts(InDoubt.REJECT, InDoubt.ACCEPT, InDoubt.REJECT);

  InDoubt of(JsonDoubt doubt) {
    return switch (doubt) {
      case UNKNOWN_FIELD -> unknownFields;
      case MISSING_FIELD -> missingFields;
      case STRUCTURE -> structures;
    };
  }

  /** Those with which a row is accepted and counted. */
  List<JsonDoubt> warned() {
    return Arrays.stream(JsonDoubt.values()).filter(doubt -> of(doubt) == InDoubt.WARN).toList();
  }

  JsonDoubts unknownFields(InDoubt changed) {
    return new JsonDoubts(changed, missingFields, structures);
  }

  JsonDoubts missingFields(InDoubt changed) {
    return new JsonDoubts(unknownFields, changed, structures);
  }

  JsonDoubts structures(InDoubt changed) {
    return new JsonDoubts(unknownFields, missingFields, changed);
  }
}
