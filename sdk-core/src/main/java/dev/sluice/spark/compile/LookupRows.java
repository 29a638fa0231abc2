package dev.sluice.spark.compile;

import dev.sluice.spark.rows.RecordCodec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The rows of a partition, each with what was found for it, in their order. */
final class LookupRows<K, T extends Record> implements Iterator<Row> {

  private final Iterator<Row> rows;
  private final LookupCalls<K, T> calls;
  private final KeyReader<K> keys;
  private final LookupTask<K, T> task;
  private final RecordCodec<T> codec;
  private final Deque<Batch<K, T>> asked = new ArrayDeque<>();
  private Iterator<Row> answered = Collections.emptyIterator();

  /**
   * Rows that are looked up together.
   *
   * @param rows the rows with the parts of their keys
   * @param keys the key of each; empty of what has none
   * @param answer the rows found
   */
  private record Batch<K, T>(
      List<Row> rows, List<Optional<K>> keys, CompletableFuture<Map<K, T>> answer) {}

  LookupRows(
      Iterator<Row> rows,
      LookupCalls<K, T> calls,
      KeyReader<K> keys,
      LookupTask<K, T> task) {
    this.rows = rows;
    this.calls = calls;
    this.keys = keys;
    this.task = task;
    this.codec = RecordCodec.of(task.store().type());
  }

  @Override
  public boolean hasNext() {
    while (!answered.hasNext()) {
      while (asked.size() < task.batches().inFlight() && rows.hasNext()) {
        asked.add(next(task.batches().rows()));
      }
      if (asked.isEmpty()) {
        calls.close();
        return false;
      }
      answered = found(asked.remove());
    }
    return true;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return answered.next();
  }

  private Batch<K, T> next(int atMost) {
    List<Row> batch = new ArrayList<>();
    List<Optional<K>> keysOfRows = new ArrayList<>();
    Set<K> different = new LinkedHashSet<>();
    while (batch.size() < atMost && rows.hasNext()) {
      Row row = rows.next();
      Optional<K> key = keys.of(row);
      batch.add(row);
      keysOfRows.add(key);
      key.ifPresent(different::add);
    }
    return new Batch<>(
        batch,
        keysOfRows,
        different.isEmpty()
            ? CompletableFuture.completedFuture(Map.of())
            : calls.find(Collections.unmodifiableSet(different)));
  }

  private Iterator<Row> found(Batch<K, T> batch) {
    Map<K, T> answer = calls.answer(batch.answer());
    Map<K, Row> encoded = new HashMap<>();
    List<Row> found = new ArrayList<>(batch.rows().size());
    for (int i = 0; i < batch.rows().size(); i++) {
      Row right =
          batch.keys().get(i)
              .filter(key -> answer.get(key) != null)
              .map(key -> encoded.computeIfAbsent(key, k -> codec.encode(answer.get(k))))
              .orElse(null);
      found.add(RowFactory.create(batch.rows().get(i).get(0), right));
    }
    return found.iterator();
  }
}
