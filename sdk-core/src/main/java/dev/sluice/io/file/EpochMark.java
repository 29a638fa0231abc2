package dev.sluice.io.file;

import dev.sluice.connect.Epoch;
import dev.sluice.spark.files.Directories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The file in a target that says which epoch of a stream its files have last: {@code
 * _sluice_epochs/<stream>}, which readers of Spark do not see. It is put in its place together with
 * the files of the epoch, so that both are there or neither.
 *
 * @param files the file system
 * @param stream which stream
 */
record EpochMark(Directories files, String stream) {

  private static final String DIRECTORY = "/_sluice_epochs";
  private static final int SHOWN = 80;

  /** Below a target. */
  String path() {
    String shown = stream.replaceAll("[^A-Za-z0-9.-]", "_");
    return "%s/%s-%s"
        .formatted(
            DIRECTORY,
            shown.substring(0, Math.min(SHOWN, shown.length())),
            UUID.nameUUIDFromBytes(stream.getBytes(StandardCharsets.UTF_8)));
  }

  /** The last epoch of the stream in a target; empty if there is none. */
  OptionalLong last(String target) throws IOException {
    return files.exists(target + path())
        ? OptionalLong.of(Long.parseLong(files.readText(target + path()).strip()))
        : OptionalLong.empty();
  }

  boolean has(String target, Epoch epoch) throws IOException {
    OptionalLong last = last(target);
    return last.isPresent() && last.getAsLong() >= epoch.id();
  }

  /** Adds the mark of an epoch to what is staged. */
  void write(String staging, Epoch epoch) throws IOException {
    files.createDirectories(staging + DIRECTORY);
    files.writeText(staging + path(), epoch.id() + "\n");
  }
}
