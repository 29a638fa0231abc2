package dev.sluice.spark.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Why a local directory cannot be renamed or put in place, as far as the disk tells before. */
final class LocalObstacle {

  /** Linux lists here what is mounted where, the place in the second column. */
  private static final Path MOUNTS = Path.of("/proc/self/mounts");

  private LocalObstacle() {}

  static Optional<String> of(Path path) throws IOException {
    if (Files.isSymbolicLink(path) && !Files.exists(path)) {
      return Optional.of(
          "it is a link to %s, where there is nothing".formatted(Files.readSymbolicLink(path)));
    }
    Path above = path.getParent();
    if (above == null || Files.exists(path) && isMountPoint(path.toRealPath())) {
      return Optional.of(
          "it is a mount point, which cannot be renamed; write to a directory in it");
    }
    while (!Files.exists(above)) {
      above = above.getParent();
    }
    return Files.isDirectory(above) && Files.isWritable(above)
        ? Optional.empty()
        : Optional.of(
            "new data is written beside it first, and %s is not a directory that this process may write to"
                .formatted(above));
  }

  private static boolean isMountPoint(Path path) throws IOException {
    if (!Files.getFileStore(path).equals(Files.getFileStore(path.getParent()))) {
      return true;
    }
    return Files.exists(MOUNTS)
        && Files.readAllLines(MOUNTS).stream()
            .map(line -> line.split(" ")[1].replace("\\040", " "))
            .anyMatch(path.toString()::equals);
  }
}
