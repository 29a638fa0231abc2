package dev.sluice.plan;

import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A record that is read from a text of a format, or what is left of a text that is none.
 *
 * @param of the text
 * @param format its format
 * @param record the record
 * @param outcome what comes of it
 * @param site where it was written
 */
public record RecordText(
    ExprNode of, Format format, Class<?> record, Outcome outcome, CallSite site)
    implements ExprNode {

  /** How a record is written. */
  public enum Format {
    JSON,
    CSV,
    XML
  }

  /** What comes of a text, above all of one that is not the record. */
  public enum Outcome {
    /** The record; what is none fails the run. */
    RECORD,
    /** The record, or NULL. */
    RECORD_OR_NULL,
    /** The text where it is not the record, else NULL. */
    CORRUPT
  }

  @Override
  public List<ExprNode> children() {
    return List.of(of);
  }

  @Override
  public RecordText withChildren(List<ExprNode> children) {
    return new RecordText(children.get(0), format, record, outcome, site);
  }

  @Override
  public boolean nullable(NullFacts facts) {
    return outcome != Outcome.RECORD || of.nullable(facts);
  }

  @Override
  public boolean deterministic() {
    return true;
  }

  @Override
  public Optional<ColumnType> type(List<RecordType> inputs) {
    return Optional.of(
        outcome == Outcome.CORRUPT
            ? ColumnType.Scalar.STRING
            : new ColumnType.Struct(record));
  }

  @Override
  public Phrase text() {
    String name =
        switch (outcome) {
          case RECORD -> "from_";
          case RECORD_OR_NULL -> "try_from_";
          case CORRUPT -> "corrupt_";
        };
    return Phrase.of(
        name + format.name().toLowerCase(Locale.ROOT), "(", of, ", ", record.getSimpleName(),
        ")");
  }
}
