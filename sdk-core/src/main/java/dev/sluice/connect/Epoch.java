package dev.sluice.connect;

import java.util.Objects;

/**
 * A batch of a stream. The same one comes again after a failure, never with other rows.
 *
 * @param stream what stays the same over restarts and no other stream has: pipeline and sink
 * @param id the number of the batch, from 0; each is larger than the one before
 */
public record Epoch(String stream, long id) {

  /**
   * Checks the number.
   *
   * @throws NullPointerException if the stream is null
   * @throws IllegalArgumentException if the number is negative
   */
  public Epoch {
    Objects.requireNonNull(stream, "stream");
    if (id < 0) {
      throw new IllegalArgumentException("epochs are numbered from 0, not " + id);
    }
  }

  /**
   * The same batch for one of several sinks of a stream, which is a stream of its own to its target.
   *
   * @param sink the name of the sink
   * @return the epoch
   */
  public Epoch of(String sink) {
    return new Epoch(stream + "/" + sink, id);
  }

  /** As reports and messages call it, such as {@code epoch 7 of shop/orders}. */
  public String words() {
    return "epoch %d of %s".formatted(id, stream);
  }
}
