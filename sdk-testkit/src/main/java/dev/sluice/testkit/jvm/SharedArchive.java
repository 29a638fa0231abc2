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
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of some jars as the JVM has them in memory once they are loaded and verified, kept in
 * a file for later JVMs with the same jars: class data sharing.
 *
 * @param file where it is, or will be
 * @param jars the jars, in the order they have on the class path
 */
record SharedArchive(Path file, List<Path> jars) {

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

  /** A class path in the order that Java wants: the jars of the archive before all else. */
  List<Path> first(List<Path> classPath) {
    return Stream.concat(jars.stream(), classPath.stream().filter(entry -> !jars.contains(entry)))
        .toList();
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** What was printed while it could not be made. */
  Path failure() {
    return Path.of(file.toString().replaceAll("jsa$", "failed.log"));
  }

  /** Whether it was tried in vain; it would be again. */
  boolean cannotBeMade() {
    return Files.exists(failure());
  }

  /** What tells Java to use it. If it does not fit after all, Java goes on without a word. */
  List<String> flags() {
    return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds*=off");
  }

  /**
   * Runs a program that uses what tests use, and keeps what it loaded. Only one process makes it;
   * others leave it to that one.
   *
   * @param options of the JVM
   * @param main the class of the program, in one of the jars
   * @return false if it was tried in vain
   */
  boolean make(List<String> options, String main) throws IOException, InterruptedException {
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
        FileChannel.open(
            file.resolveSibling("making.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null || exists() || makeAlone(options, main);
    }
  }

  private boolean makeAlone(List<String> options, String main)
      throws IOException, InterruptedException {
    Path making = file.resolveSibling("making.jsa");
    Files.deleteIfExists(making);
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-XX:ArchiveClassesAtExit=" + making, "-Xlog:cds*=off"));
    Path log = file.resolveSibling("making.log");
    int status =
        new JvmProcess(all, jars, List.of(main))
            .run(
                builder -> builder
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile()));
    boolean made = status == 0 && Files.exists(making);
    Files.move(
        made ? making : log,
        made ? file : failure(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return made;
  }
}
