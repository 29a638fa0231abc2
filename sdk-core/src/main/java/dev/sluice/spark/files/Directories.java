package dev.sluice.spark.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a file system must be able to do so that a directory on it can be replaced safely: rename in
 * one step, and keep two writers apart. {@link Storage} is the real one.
 */
public interface Directories {

  /**
   * A file or directory in a directory.
   *
   * @param name its name alone
   * @param isDirectory whether it is a directory
   */
  record Child(String name, boolean isDirectory) {}

  /** The right to write, which at most one process has; it ends with the process that holds it. */
  interface Lock {

    /**
     * Makes sure that it is still held: a file system that cannot see whether a process lives takes
     * the lock from one that has stood still for long.
     *
     * @throws IOException if it is not held any more
     */
    void confirm() throws IOException;

    /**
     * Gives the right back and removes the lock's file.
     *
     * @throws IOException if the file cannot be removed; the right is given back all the same
     */
    void release() throws IOException;
  }

  /**
   * Takes a lock if nobody has it.
   *
   * @param file the lock's file, in a directory that is there; it is made if it is not there
   * @param owner what others are told of who holds it
   * @return the lock, or nothing if another one, of this process or of another, holds it
   * @throws java.io.FileNotFoundException if the directory is not there
   * @throws IOException if the file system cannot lock
   */
  Optional<Lock> tryLock(String file, String owner) throws IOException;

  /**
   * What the holder of a lock told of itself, as far as the file system lets it be read.
   *
   * @param file the lock's file
   * @return the text; "unknown" where it cannot be read
   */
  String ownerOf(String file);

  /**
   * Whether there is a file or directory.
   *
   * @param path the path
   * @return true if there is
   * @throws IOException if the file system cannot be reached
   */
  boolean exists(String path) throws IOException;

  /**
   * What is in a directory, hidden files too, by name.
   *
   * @param directory the directory
   * @return its children; none if it does not exist
   * @throws IOException if the file system cannot be reached
   */
  List<Child> children(String directory) throws IOException;

  /**
   * Makes a directory and those above it.
   *
   * @param directory the directory; it may exist
   * @throws IOException if it cannot be made
   */
  void createDirectories(String directory) throws IOException;

  /**
   * Gives a file or directory another name in one step, or fails and changes nothing.
   *
   * @param from what is renamed
   * @param to its new name, where nothing may be yet
   * @throws IOException if {@code from} is not there, {@code to} is, or the file system refuses
   */
  void rename(String from, String to) throws IOException;

  /**
   * Removes a file or a directory with all that is in it. It is not one step: who is killed in
   * between leaves a part.
   *
   * @param path the path; it need not exist
   * @throws IOException if it is still there afterwards
   */
  void delete(String path) throws IOException;

  /**
   * Removes a directory if nothing is in it.
   *
   * @param directory the directory; it need not exist
   * @throws IOException if the file system cannot be reached
   */
  void deleteIfEmpty(String directory) throws IOException;

  /**
   * Gives a file or directory the mode, owner and group of another one. Owner and group stay as
   * they are where this process may not change them.
   *
   * @param from whose access is taken
   * @param to what gets it
   * @throws IOException if the mode cannot be set
   */
  void copyAccess(String from, String to) throws IOException;

  /**
   * Writes a new small file. Who is killed in between may leave it torn.
   *
   * @param file the file; one that is there is replaced
   * @param text its content
   * @throws IOException if it cannot be written
   */
  void writeText(String file, String text) throws IOException;

  /**
   * Reads a small file.
   *
   * @param file the file
   * @return its content
   * @throws IOException if it is not there or cannot be read
   */
  String readText(String file) throws IOException;
}
