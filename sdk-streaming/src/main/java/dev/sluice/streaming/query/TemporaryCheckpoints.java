package dev.sluice.streaming.query;

import dev.sluice.streaming.run.StreamFailedException;
import dev.sluice.streaming.run.StreamListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoints that are deleted when their stream has ended.
 *
 * @param directory where they are
 */
public record TemporaryCheckpoints(Path directory) implements StreamListener {

  private static final Logger LOG = LoggerFactory.getLogger(TemporaryCheckpoints.class);

  /** An empty directory of this machine. */
  public static TemporaryCheckpoints make() {
    try {
      return new TemporaryCheckpoints(Files.createTempDirectory("sluice-stream-"));
    } catch (IOException e) {
      throw new UncheckedIOException("there is no place for the checkpoints of a stream", e);
    }
  }

  /** The options of a stream that has its checkpoints here. */
  public StreamOptions within(StreamOptions options) {
    return options.checkpoints(directory.toString()).listener(this);
  }

  @Override
  public void ended(Optional<StreamFailedException> failure) {
    delete();
  }

  /** Deletes them. What cannot be deleted is in the way of nobody. */
  public void delete() {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the checkpoints in {} are not deleted", directory, e);
    }
  }
}
