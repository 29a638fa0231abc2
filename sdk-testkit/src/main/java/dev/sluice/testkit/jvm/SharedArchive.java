package dev.sluice.testkit.jvm;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The classes of some jars as the JVM has them in memory once they are loaded and verified, kept in
 * a file for later JVMs with the same jars: class data sharing.
 *
 * @param file where it is, or will be
 * @param jars the jars, in the order they have on the class path
 */
record SharedArchive(Path file, List<Path> jars) {

  /** One takes some 150 MB; those of a few projects and JDKs are kept. */
  private static final int KEPT = 4;

  private static final long MINUTES_TO_MAKE = 5;

  /**
   * The archive of these jars in a directory. Its name changes with the JVM and with every jar, for
   * the JVM refuses an archive of others.
   */
  static SharedArchive in(Path directory, List<Path> jars) throws IOException {
    StringBuilder content = new StringBuilder(System.getProperty("java.home"));
    content.append(Runtime.version());
    for (Path jar : jars) {
      content.append('\n').append(jar).append(' ').append(Files.size(jar));
      content.append(' ').append(Files.getLastModifiedTime(jar).toMillis());
    }
    return new SharedArchive(
        directory.resolve("tests-%s.jsa".formatted(hash(content.toString()))), List.copyOf(jars));
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** What was printed while one was made last. */
  Path log() {
    return file.resolveSibling("making.log");
  }

  /** What tells Java to use it. If it does not fit after all, Java goes on without a word. */
  List<String> flags() {
    return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds*=off");
  }

  /**
   * Runs a program that uses what tests use, and keeps what it loaded. Only one process makes it,
   * others leave it to that one.
   *
   * @param java the command and its options
   * @param main the class of the program, in one of the jars
   * @return whether it is there now
   */
  boolean make(List<String> java, String main) throws IOException, InterruptedException {
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
            FileChannel.open(
                file.resolveSibling("making.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null && (exists() || makeAlone(java, main));
    }
  }

  private boolean makeAlone(List<String> java, String main)
      throws IOException, InterruptedException {
    Path making = file.resolveSibling("making.jsa");
    Files.deleteIfExists(making);
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of("-XX:ArchiveClassesAtExit=" + making, "-Xlog:cds*=off"));
    command.addAll(List.of("-cp", JvmCommand.text(jars), main));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(MINUTES_TO_MAKE, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return false;
    }
    if (process.exitValue() != 0 || !Files.exists(making)) {
      return false;
    }
    Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
    deleteOldest();
    return true;
  }

  private void deleteOldest() throws IOException {
    List<Path> archives;
    try (Stream<Path> files = Files.list(file.getParent())) {
      archives =
          files
              .filter(other -> other.getFileName().toString().matches("tests-.*\\.jsa"))
              .sorted(
                  Comparator.comparingLong((Path other) -> other.toFile().lastModified())
                      .reversed())
              .toList();
    }
    for (Path old : archives.subList(Math.min(KEPT, archives.size()), archives.size())) {
      Files.deleteIfExists(old);
    }
  }
}
