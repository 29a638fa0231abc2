package dev.sluice.spark;

/**
 * What a write of files says it wrote.
 *
 * @param rows the rows written
 * @param bytes the size of the files written
 * @param files the files written
 */
record WriteFigures(long rows, long bytes, long files) {

  WriteFigures plus(WriteFigures other) {
    return new WriteFigures(rows + other.rows, bytes + other.bytes, files + other.files);
  }
}
