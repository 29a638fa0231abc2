package dev.sluice.spark.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A lock on a file of a local or a network disk, kept by the operating system: it ends with the
 * process, however that ends, and needs neither a clock nor the name of a host.
 *
 * <p>Two things make it longer than one call. The holder removes the file when it gives the lock
 * back, so whoever opened it just before holds a lock on a file that has no name any more: the text
 * that is written into the locked file is read again by name. And by POSIX a process loses its lock
 * when it closes <em>any</em> channel on the file, so inside one process a set says what is held,
 * and no file that is in it is opened.
 */
final class LocalLock implements Directories.Lock {

  private static final Set<Path> HELD = new HashSet<>();
  private static final int LONGEST_TEXT = 4096;

  private final Path file;
  private final FileChannel locked;
  private final FileChannel byName;

  private LocalLock(Path file, FileChannel locked, FileChannel byName) {
    this.file = file;
    this.locked = locked;
    this.byName = byName;
  }

  static Optional<Directories.Lock> tryLock(Path file, String owner) throws IOException {
    synchronized (HELD) {
      if (HELD.contains(file)) {
        return Optional.empty();
      }
      Optional<Directories.Lock> lock = lock(file, owner + "\n" + UUID.randomUUID());
      if (lock.isPresent()) {
        HELD.add(file);
      }
      return lock;
    }
  }

  private static Optional<Directories.Lock> lock(Path file, String text) throws IOException {
    while (true) {
      FileChannel locked = open(file);
      try {
        if (locked.tryLock() == null) {
          locked.close();
          return Optional.empty();
        }
        locked.truncate(0);
        locked.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        Optional<FileChannel> byName = sameByName(file, text);
        if (byName.isPresent()) {
          return Optional.of(new LocalLock(file, locked, byName.get()));
        }
        locked.close();
      } catch (OverlappingFileLockException e) {
        // held by this process through another copy of this class
        locked.close();
        return Optional.empty();
      } catch (IOException e) {
        locked.close();
        throw e;
      }
    }
  }

  private static FileChannel open(Path file) throws IOException {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      throw notFound(e);
    }
  }

  private static FileNotFoundException notFound(NoSuchFileException e) {
    FileNotFoundException notFound = new FileNotFoundException(e.getMessage());
    notFound.initCause(e);
    return notFound;
  }

  private static Optional<FileChannel> sameByName(Path file, String text) throws IOException {
    FileChannel byName;
    try {
      byName = FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (text.equals(content(byName))) {
      return Optional.of(byName);
    }
    byName.close();
    return Optional.empty();
  }

  private static String content(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_TEXT);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // until its end
    }
    return new String(Arrays.copyOf(bytes.array(), bytes.position()), StandardCharsets.UTF_8);
  }

  static String ownerOf(Path file) {
    synchronized (HELD) {
      if (HELD.contains(file)) {
        return "this process";
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        return content(channel).split("\n", 2)[0];
      } catch (IOException e) {
        return "unknown";
      }
    }
  }

  @Override
  public void confirm() {
    // the operating system takes it from nobody who lives
  }

  @Override
  public void release() throws IOException {
    synchronized (HELD) {
      try (locked;
          byName) {
        Files.deleteIfExists(file);
      } finally {
        HELD.remove(file);
      }
    }
  }
}
