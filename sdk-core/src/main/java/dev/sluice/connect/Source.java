package dev.sluice.connect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * Where the rows of a pipeline come from: rows of the record {@code T}. What a source can do is its
 * type: a {@link BoundedSource} has an end and can be read by a batch run, an {@link
 * UnboundedSource} can be followed as a stream, and a source may be both.
 *
 * <p>Sluice brings sources for files, tables, lists and datasets. To connect something else,
 * implement one of the two.
 *
 * <p>A source is an immutable description. Making one touches neither Spark nor the outside world;
 * only {@link #check} and reading do. It may be read several times, by several runs and threads at
 * once.
 *
 * <p>However it is read, its columns are found by name, so their order is free: one for each
 * component of the record, under its column name (the accessor's name unless the record says
 * otherwise) and of its type. Further columns are dropped by the caller, except {@link #MALFORMED},
 * {@link #REASON} and {@link #ORIGIN}, which only a source that {@link #mayReject} delivers, and
 * {@link #DOUBTS} and {@link #LEFT_OUT}.
 *
 * @param <T> the record each row is
 */
public sealed interface Source<T extends Record> permits BoundedSource, UnboundedSource {

  /**
   * The column in which a source that {@link #mayReject} delivers the raw text of a row that could
   * not be parsed. It is a String column, NULL for a good row. In a malformed row all columns of
   * the record are NULL. Whether a row is malformed must not depend on which columns are used
   * later.
   */
  String MALFORMED = "__malformed";

  /**
   * A column in which a source that {@link #mayReject} may say where a row was found: a struct of
   * {@code file}, a String, {@code line}, a long from 1, {@code topic}, a String, {@code
   * partition}, an int, and {@code offset}, a long: of bytes from 0 in a file, of a message in its
   * partition; further, of a message, {@code timestamp}, and {@code key}, its bytes. Each may be
   * absent, or NULL where it is not known. It is looked at for malformed rows only, and should cost
   * nothing if it is not.
   *
   * <p>A source of lines that knows only which part of a file a line is from gives, in place of
   * line and offset, {@code start} and {@code length} of the part, in bytes, the line's {@code
   * bytes} as they are in the file, and the {@code separator} that ends a line, NULL for the usual
   * line ends. The run then looks for malformed lines in that part.
   */
  String ORIGIN = "__origin";

  /**
   * The column in which a source that {@link #mayReject} can say why a row could not be parsed: a
   * String, NULL for a good row, such as {@code component 'price' is missing}. Without
   * it the reason of every malformed row is that it cannot be parsed.
   */
  String REASON = "__reason";

  /**
   * A column in which a source may say what is doubtful about a row that it delivers nevertheless: a
   * struct of booleans, a field for each doubt, named by a few words. The report tells of each how
   * many rows there were.
   */
  String DOUBTS = "__doubts";

  /**
   * A column in which a source may say that something is no row, and nothing that has to be
   * rejected: a boolean, never NULL. Such rows are left out, and the report tells how many there
   * were.
   */
  String LEFT_OUT = "__left_out";

  /**
   * The record each row is.
   *
   * @return the record class
   */
  Class<T> type();

  /**
   * A few words for plans, reports and errors: the kind, then the place, such as {@code csv
   * /data/orders}. It must not contain a secret.
   *
   * @return the description, in one line
   */
  String description();

  /**
   * Whether rows may turn out to be none: texts that cannot be parsed. Such a source delivers the
   * column {@link #MALFORMED}, any other does not have it; a run that finds it otherwise fails.
   *
   * @return false unless overridden
   */
  default boolean mayReject() {
    return false;
  }

  /**
   * Looks for problems before any job is started: a path or table that is not there, columns that
   * are missing or have another type. This may list files and read headers and schemas, not data.
   *
   * @param spark the session that would read
   * @return one sentence for each problem, each naming the place; empty if there is none
   */
  default List<String> check(SparkSession spark) {
    return List.of();
  }

  /**
   * What a failure means that came up while rows of this source were computed, where its own message
   * would not tell: that a server went away, and which.
   *
   * @param failure what Spark threw, with its causes
   * @return a sentence without a secret, which is shown in place of the message; empty if the
   *     failure is none of this source's
   */
  default Optional<String> explain(Throwable failure) {
    return Optional.empty();
  }

  /**
   * What this source reads, so that a sink that replaces the same thing can be refused. It is
   * called without a session.
   *
   * @return the resources; empty if nothing can be overwritten, as with rows in memory
   */
  default Set<ResourceId> reads() {
    return Set.of();
  }

  /**
   * What this source reads in the end, with what only the session knows: the database of a table,
   * the files below it, what a view is made of. Nothing may be computed for it.
   *
   * @param spark the session that would read
   * @return the resources; those of {@link #reads()} unless overridden
   */
  default Set<ResourceId> reads(SparkSession spark) {
    return reads();
  }
}
