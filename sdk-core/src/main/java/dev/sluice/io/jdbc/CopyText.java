package dev.sluice.io.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * Rows in the text format of PostgreSQL's {@code COPY}: values between tabs, a row a line, NULL as
 * {@code \N}. It keeps one block of bytes, however large a row is.
 */
final class CopyText {

  /** Where blocks go. */
  @FunctionalInterface
  interface Blocks {
    void write(byte[] block, int offset, int length) throws SQLException;
  }

  private static final int BLOCK = 1 << 16;

  /** Of what PostgreSQL calls an untranslatable character. */
  private static final String STATE = "22021";

  private final List<String> columns;
  private final Blocks blocks;
  private final byte[] block = new byte[BLOCK];
  private int filled;
  private long rows;

  CopyText(List<String> columns, Blocks blocks) {
    this.columns = columns;
    this.blocks = blocks;
  }

  /** Adds a row; its values are in the order of the columns. */
  void row(List<Object> values) throws SQLException {
    rows++;
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        put('\t');
      }
      Object value = values.get(i);
      if (value == null) {
        put('\\');
        put('N');
      } else {
        escaped(PostgresText.of(value), i);
      }
    }
    put('\n');
  }

  /** How many rows were added. */
  long rows() {
    return rows;
  }

  /** Sends what is left. */
  void flush() throws SQLException {
    if (filled > 0) {
      blocks.write(block, 0, filled);
      filled = 0;
    }
  }

  /** The bytes of signs outside of ASCII are never one of those that mean something. */
  private void escaped(String text, int column) throws SQLException {
    for (byte sign : text.getBytes(StandardCharsets.UTF_8)) {
      switch (sign) {
        case '\\' -> escape('\\');
        case '\t' -> escape('t');
        case '\n' -> escape('n');
        case '\r' -> escape('r');
        case 0 -> throw new SQLException(
            "row %d of the partition, column %s: PostgreSQL stores no texts with the character U+0000, such as \"%s\": remove it before"
                .formatted(rows, columns.get(column), shown(text)),
            STATE);
        default -> put(sign);
      }
    }
  }

  private void escape(char sign) throws SQLException {
    put('\\');
    put(sign);
  }

  private void put(int sign) throws SQLException {
    if (filled == BLOCK) {
      flush();
    }
    block[filled++] = (byte) sign;
  }

  /** What surrounds the first one of them. */
  private static String shown(String text) {
    int zero = text.indexOf('\0');
    return text.substring(Math.max(0, zero - 20), Math.min(text.length(), zero + 20))
        .replace("\0", "\\u0000");
  }
}
