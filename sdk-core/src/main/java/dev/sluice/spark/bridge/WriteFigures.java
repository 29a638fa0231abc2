package dev.sluice.spark.bridge;

/**
 * What a write of files says it wrote.
 *
 * @param rows the rows written
 * @param bytes the size of the files written
 * @param files the files written
 */
public record WriteFigures(long rows, long bytes, long files) {

  public WriteFigures plus(WriteFigures other) {
    return new WriteFigures(rows + other.rows, bytes + other.bytes, files + other.files);
  }
}
