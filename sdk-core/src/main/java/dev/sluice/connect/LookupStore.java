package dev.sluice.connect;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * A store that is asked for rows by their key, such as a key-value store or a service: {@code
 * orders.lookup(users).on(Order::userId)}. Unlike a {@link Source} it is never read as a whole.
 *
 * <p>A store is an immutable description. It is sent to the executors, where each task that has
 * rows {@link #open opens} it once. Making one touches nothing outside.
 *
 * <pre>{@code
 * record Users(URI service) implements LookupStore<Long, User> {
 *   public Class<Long> keyType() {
 *     return Long.class;
 *   }
 *
 *   public Class<User> type() {
 *     return User.class;
 *   }
 *
 *   public String description() {
 *     return "users of " + service;
 *   }
 *
 *   public LookupSession<Long, User> open() {
 *     UserClient client = new UserClient(service);
 *     return keys -> client.findAll(keys); // CompletionStage<Map<Long, User>>
 *   }
 * }
 * }</pre>
 *
 * @param <K> the key: a type that columns can have, or a record of several components. Keys are
 *     compared with {@code equals}
 * @param <T> the record each row is
 */
public interface LookupStore<K, T extends Record> extends Serializable {

  /**
   * The key.
   *
   * @return its class; the box of a primitive
   */
  Class<K> keyType();

  /**
   * The record each row is.
   *
   * @return the record class
   */
  Class<T> type();

  /**
   * A few words for plans, reports and errors: the kind, then the place, such as {@code cassandra
   * table shop.users}. It must not contain a secret.
   *
   * @return the description, in one line
   */
  String description();

  /**
   * Looks for problems before any job is started: a store that cannot be reached, a table of other
   * columns or another key.
   *
   * @param spark the session that would ask
   * @return one sentence for each problem, each naming the place; empty if there is none
   */
  default List<String> check(SparkSession spark) {
    return List.of();
  }

  /**
   * Connects to the store, on an executor, for one task.
   *
   * @return what answers keys until it is closed
   * @throws Exception if that is not possible; the message becomes that of the failed run
   */
  LookupSession<K, T> open() throws Exception;
}
