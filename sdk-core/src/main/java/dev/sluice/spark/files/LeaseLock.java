package dev.sluice.spark.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.client.HdfsDataOutputStream;
import org.apache.hadoop.hdfs.client.HdfsDataOutputStream.SyncFlag;
import org.apache.hadoop.ipc.RemoteException;

/**
 * A lock on HDFS: a file that is open for writing. The name node lets one client write a file, and
 * takes that right (the lease) from one that has not renewed it for a minute; a client renews its
 * own for as long as its process lives. Nothing is written into the file, so the lock needs the
 * name node alone, and no data node that may be gone when the next one takes it.
 */
final class LeaseLock implements Directories.Lock {

  private static final String LEASE_IS_HELD =
      "org.apache.hadoop.hdfs.protocol.AlreadyBeingCreatedException";
  private static final String LEASE_IS_BEING_TAKEN =
      "org.apache.hadoop.hdfs.protocol.RecoveryInProgressException";

  private final FileSystem fileSystem;
  private final Path file;
  private final FSDataOutputStream open;

  private LeaseLock(FileSystem fileSystem, Path file, FSDataOutputStream open) {
    this.fileSystem = fileSystem;
    this.file = file;
    this.open = open;
  }

  static Optional<Directories.Lock> tryLock(FileSystem fileSystem, Path file, String owner)
      throws IOException {
    FSDataOutputStream open;
    try {
      open = fileSystem.exists(file) ? fileSystem.append(file) : fileSystem.create(file, false);
    } catch (FileAlreadyExistsException e) {
      return Optional.empty();
    } catch (RemoteException e) {
      if (e.getClassName().equals(LEASE_IS_HELD) || e.getClassName().equals(LEASE_IS_BEING_TAKEN)) {
        return Optional.empty();
      }
      throw e.unwrapRemoteException(FileNotFoundException.class);
    }
    LeaseLock lock = new LeaseLock(fileSystem, file, open);
    lock.tell(owner);
    return Optional.of(lock);
  }

  private void tell(String owner) throws IOException {
    try (FSDataOutputStream out = fileSystem.create(ownerFile(file), true)) {
      out.write(owner.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      release();
      throw e;
    }
  }

  static String ownerOf(FileSystem fileSystem, Path file) {
    try (InputStream in = fileSystem.open(ownerFile(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static Path ownerFile(Path file) {
    return file.suffix("-owner");
  }

  @Override
  public void confirm() throws IOException {
    // The name node looks at the lease before it takes the length of a file down.
    ((HdfsDataOutputStream) open).hsync(EnumSet.of(SyncFlag.UPDATE_LENGTH));
  }

  @Override
  public void release() throws IOException {
    // Removed first: once the file is closed, another one may take it.
    fileSystem.delete(ownerFile(file), false);
    fileSystem.delete(file, false);
    try {
      open.close();
    } catch (FileNotFoundException | RemoteException e) {
      // A file that has no name any more cannot be completed; the lease went with it.
    }
  }
}
