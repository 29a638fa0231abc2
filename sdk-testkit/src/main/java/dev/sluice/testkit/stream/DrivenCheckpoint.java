package dev.sluice.testkit.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkpoint of a driven stream's query, as files. */
record DrivenCheckpoint(Path directory) {

  /** Forgets that an epoch was committed: the next start repeats it. */
  void forget(long epoch) {
    try {
      Files.delete(directory.resolve("commits").resolve(String.valueOf(epoch)));
      Files.deleteIfExists(directory.resolve("commits").resolve("." + epoch + ".crc"));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the commit of epoch %d is not in %s".formatted(epoch, directory), e);
    }
  }
}
