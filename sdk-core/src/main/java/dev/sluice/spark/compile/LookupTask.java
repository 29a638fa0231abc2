package dev.sluice.spark.compile;

import dev.sluice.connect.LookupStore;
import dev.sluice.connect.Secrets;
import dev.sluice.plan.verb.LookupBatches;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Looks up what belongs to the rows of one partition. In come a row and the parts of its key, out
 * come the row and what was found.
 *
 * @param store what is asked
 * @param composed whether the parts of the key are the components of a record
 * @param batches how it is asked
 * @param frame the line of the stage, as Spark writes it
 */
record LookupTask<K, T extends Record>(
    LookupStore<K, T> store, boolean composed, LookupBatches batches, String frame)
    implements MapPartitionsFunction<Row, Row> {

  /** Without rows the store is not even opened. */
  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    if (!rows.hasNext()) {
      return Collections.emptyIterator();
    }
    LookupCalls<K, T> calls = new LookupCalls<>(store, batches.timeout(), frame);
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> calls.close());
    calls.open();
    return new LookupRows<>(rows, calls, KeyReader.of(store.keyType(), composed), this);
  }

  /** Spark prints it in its plans; a store's own text may say too much. */
  @Override
  public String toString() {
    return "lookup in " + Secrets.masked(store.description());
  }
}
