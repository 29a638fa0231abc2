package dev.sluice.io.file;

/**
 * The text of one row of a CSV file, or of what should be one.
 *
 * @param text the text, over several lines if a quoted value is, without the line end
 * @param line the number of its first line in the file, from 1
 * @param sound false if it cannot be a row: where it begins or ends is not known, or it has bytes
 *     that are no characters
 */
record CsvRecord(String text, long line, boolean sound) {}
