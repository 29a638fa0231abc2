package dev.sluice.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.ipc.RemoteException;

/**
 * A lock on HDFS: a file that is open for writing. The name node lets one client write a file, and
 * takes that right (the lease) from one that has not renewed it for a minute; a client renews its
 * own for as long as its process lives.
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
    open.write((owner + "\n").getBytes(StandardCharsets.UTF_8));
    open.hflush();
    return Optional.of(new LeaseLock(fileSystem, file, open));
  }

  @Override
  public void confirm() throws IOException {
    open.write('.');
    open.hsync();
  }

  @Override
  public void release() throws IOException {
    // Removed first: once the file is closed, another one may take it.
    fileSystem.delete(file, false);
    try {
      open.close();
    } catch (FileNotFoundException | RemoteException e) {
      // A file that has no name any more cannot be completed; the lease went with it.
    }
  }
}
