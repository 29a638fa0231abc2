package dev.sluice.io.file;

import dev.sluice.io.format.CsvDialect;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.regex.Pattern;

/**
 * Divides a CSV file into the texts of its rows: it is decoded first, then divided where a line
 * ends outside of quotes.
 *
 * <p>A quote that is not closed opens values where others close, so what follows is taken for the
 * inside of values up to the end of the file, or until a closing quote is followed by more text.
 * From there back to the line where the row began, and from there on to the end of the file, one
 * cannot know which lines are rows. Each of them is then delivered alone and is not sound: a row
 * that is wrong must not be accepted, and none must be lost.
 */
final class CsvRecordReader implements Iterator<CsvRecord>, Closeable {

  /** Memory for an open quote ends here; a row of so many characters is not one. */
  static final int MOST_CHARACTERS = 1 << 24;

  /** No character of a text, by Unicode; here it is one that could not be decoded. */
  private static final char UNDECODED = '\uFFFF';

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader in;
  private final String separator;
  private final char quote;
  private final char escape;
  private final boolean quoting;
  private final boolean trims;
  private final String comment;
  private final String lineEnd;

  private final char[] buffer = new char[1 << 16];
  private int position;
  private int limit;

  private final StringBuilder text = new StringBuilder();
  private final Queue<CsvRecord> lost = new ArrayDeque<>();
  private boolean allLost;
  private long line = 1;

  private CsvRecordReader(Reader in, CsvDialect dialect) {
    this.in = in;
    separator = dialect.separator();
    quote = dialect.quote().charAt(0);
    escape = dialect.escape().charAt(0);
    quoting = dialect.multiLine() && quote != 0;
    trims = dialect.trims();
    comment = dialect.comment().orElse(null);
    lineEnd = dialect.option(CsvDialect.LINE_SEPARATOR).orElse(null);
    if (has(1) && buffer[0] == BYTE_ORDER_MARK) {
      position = 1;
    }
  }

  static CsvRecordReader of(InputStream file, CsvDialect dialect) {
    CharsetDecoder decoder =
        dialect
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(UNDECODED));
    return new CsvRecordReader(new InputStreamReader(file, decoder), dialect);
  }

  @Override
  public boolean hasNext() {
    return !lost.isEmpty() || has(1);
  }

  @Override
  public CsvRecord next() {
    if (!lost.isEmpty()) {
      return lost.remove();
    }
    if (!has(1)) {
      throw new NoSuchElementException();
    }
    text.setLength(0);
    long first = line;
    if (allLost || !quoting || comment != null && at(comment)) {
      toTheEndOfTheLine();
      return record(first, !allLost);
    }
    boolean whole = toTheEndOfTheRow(first);
    if (allLost) {
      eachLineAlone(first);
      return lost.remove();
    }
    return record(first, whole);
  }

  /**
   * @return false if text follows a closing quote, or the last quote is not closed
   */
  private boolean toTheEndOfTheRow(long first) {
    boolean inside = false;
    boolean begins = true; // nothing of the value yet
    boolean closed = false;
    boolean whole = true;
    while (has(1)) {
      int end = lineEnd();
      char c = buffer[position];
      if (inside) {
        if (end > 0) {
          take(end);
          line++;
        } else if (escape != quote && c == escape && has(2) && !isLineEnd(buffer[position + 1])) {
          take(2);
        } else if (c != quote) {
          take(1);
        } else if (escape == quote && has(2) && buffer[position + 1] == quote) {
          take(2);
        } else {
          take(1);
          inside = false;
          closed = true;
        }
      } else if (end > 0) {
        position += end;
        line++;
        return whole;
      } else if (at(separator)) {
        take(separator.length());
        begins = true;
        closed = false;
      } else if (begins && c == quote) {
        take(1);
        inside = true;
        begins = false;
      } else if (trims && c <= ' ' && (begins || closed)) {
        take(1);
      } else {
        take(1);
        begins = false;
        whole &= !closed;
      }
      if (line > first && !whole || text.length() > MOST_CHARACTERS) {
        allLost = true;
        toTheEndOfTheLine();
        return false;
      }
    }
    allLost = inside && line > first;
    return whole && !inside;
  }

  private void toTheEndOfTheLine() {
    while (has(1)) {
      int end = lineEnd();
      if (end > 0) {
        position += end;
        line++;
        return;
      }
      take(1);
    }
  }

  private void eachLineAlone(long first) {
    String all = text.toString();
    String[] lines = lineEnd == null ? all.split("\r\n|\r|\n", -1) : split(all);
    for (int i = 0; i < lines.length; i++) {
      // a quote left open by the last line of the file: nothing follows its end
      if (i < lines.length - 1 || !lines[i].isEmpty() || has(1)) {
        lost.add(new CsvRecord(sound(lines[i]), first + i, false));
      }
    }
  }

  private String[] split(String all) {
    return all.split(Pattern.quote(lineEnd), -1);
  }

  private CsvRecord record(long first, boolean whole) {
    String all = text.toString();
    return new CsvRecord(sound(all), first, whole && all.indexOf(UNDECODED) < 0);
  }

  private static String sound(String text) {
    return text.replace(UNDECODED, '\uFFFD');
  }

  private void take(int characters) {
    text.append(buffer, position, characters);
    position += characters;
  }

  /** The length of the line end at the position, 0 if there is none. */
  private int lineEnd() {
    char c = buffer[position];
    if (lineEnd != null) {
      return at(lineEnd) ? lineEnd.length() : 0;
    }
    if (c == '\r') {
      return has(2) && buffer[position + 1] == '\n' ? 2 : 1;
    }
    return c == '\n' ? 1 : 0;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private boolean at(String what) {
    if (buffer[position] != what.charAt(0) || !has(what.length())) {
      return false;
    }
    for (int i = 1; i < what.length(); i++) {
      if (buffer[position + i] != what.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there are so many more characters; what is there of them is then in the buffer. */
  private boolean has(int characters) {
    if (limit - position >= characters) {
      return true;
    }
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    try {
      while (limit < characters) {
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
          return false;
        }
        limit += read;
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
