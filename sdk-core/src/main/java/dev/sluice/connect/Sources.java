package dev.sluice.connect;

/** What can be said of any source. */
public final class Sources {

  private Sources() {}

  /**
   * A source that is not followed, though it could be: also in a stream it is a table, of what is
   * there when it is read.
   *
   * <pre>{@code
   * Stage<Campaign> campaigns = p.source("campaigns",
   *     Sources.bounded(Kafka.topic("campaigns").bootstrapServers(servers).json(Campaign.class)));
   * }</pre>
   *
   * @param source a source that can be read and be followed
   * @param <T> the record each row is
   * @param <S> both that it can be
   * @return the same source, which can only be read
   */
  public static <T extends Record,
      S extends BoundedSource<T> & UnboundedSource<T>> BoundedSource<T> bounded(S source) {
    return new StaticSource<>(source);
  }
}
