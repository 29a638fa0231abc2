package dev.sluice.testkit.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory of the archives of a user.
 *
 * @param directory where they are
 */
record Archives(Path directory) {

  /** One takes some 170 MB, and each project and JDK has one of its own. */
  private static final Duration UNUSED = Duration.ofDays(14);

  /** The one in the user's cache; where the user has no home, one that is soon gone. */
  static Archives ofUser() {
    Path home = Path.of(System.getProperty("user.home", ""));
    return new Archives(
        home.isAbsolute()
            ? home.resolve(".cache").resolve("sluice")
            : Path.of(System.getProperty("java.io.tmpdir"), "sluice"));
  }

  /** Says that an archive is in use, so that it is kept, and deletes those that nobody uses. */
  void used(SharedArchive archive) throws IOException {
    Files.setLastModifiedTime(archive.file(), FileTime.from(Instant.now()));
    Instant oldest = Instant.now().minus(UNUSED);
    List<Path> archives;
    try (Stream<Path> files = Files.list(directory)) {
      archives = files.filter(file -> file.getFileName().toString().endsWith(".jsa")).toList();
    }
    for (Path file : archives) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
        Files.deleteIfExists(file);
      }
    }
  }
}
