package dev.sluice.connect;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Answers keys, for one task. It is opened, asked and closed by one and the same thread, so it may
 * hold what belongs to a thread; the thread is interrupted if an answer takes too long.
 *
 * @param <K> the key
 * @param <T> the record each row is
 */
@FunctionalInterface
@SuppressWarnings("try") // close may throw whatever it likes
public interface LookupSession<K, T extends Record> extends AutoCloseable {

  /**
   * The rows of these keys. A store that answers at once, or blocks, returns {@link
   * java.util.concurrent.CompletableFuture#completedFuture}; one that answers later may be asked
   * for further keys meanwhile, as often as {@code batchesInFlight} of the stage allows.
   *
   * @param keys different keys, none of them null; at most as many as a batch has rows
   * @return the row of each key that was found, under an equal key; a key without a row is left out
   * @throws Exception if the store cannot be asked; the message becomes that of the failed run
   */
  CompletionStage<Map<K, T>> find(Set<K> keys) throws Exception;

  /**
   * Gives back what was opened. It is called once, also after a failure.
   *
   * @throws Exception if that fails, which fails no run
   */
  @Override
  default void close() throws Exception {}
}
