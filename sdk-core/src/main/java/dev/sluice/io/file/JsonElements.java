package dev.sluice.io.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.io.format.BadValue;
import dev.sluice.io.format.JsonSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The elements of a file that is a JSON array, each as it is written, with the line it begins in. A
 * file that is something else, or is broken anywhere, is one text, in which the reader of rows
 * finds what is wrong.
 */
final class JsonElements implements UDF1<byte[], List<Row>> {

  private static final long serialVersionUID = 1L;

  static final String LINE = "line";

  /** A text in UTF-8, the number of its first line, and false if it is not as in the file. */
  static final StructType ELEMENT =
      new StructType()
          .add(Lines.TEXT, DataTypes.BinaryType)
          .add(LINE, DataTypes.LongType)
          .add(Lines.SOUND, DataTypes.BooleanType);

  private final HashMap<String, String> options;
  private final String encoding;
  private transient JsonFactory factory;

  JsonElements(Map<String, String> options, Charset encoding) {
    this.options = new HashMap<>(options);
    this.encoding = encoding.name();
  }

  @Override
  public List<Row> call(byte[] bytes) throws IOException {
    if (factory == null) {
      factory = JsonSource.factory(options);
    }
    if (encoding.equals(StandardCharsets.UTF_8.name())) {
      return elements(bytes);
    }
    Charset charset = Charset.forName(encoding);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return elements(text.getBytes(StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      String asFarAsKnown = new String(bytes, charset);
      return List.of(element(asFarAsKnown.getBytes(StandardCharsets.UTF_8), 1, false));
    }
  }

  private List<Row> elements(byte[] bytes) throws IOException {
    try {
      String text = JsonSource.decode(bytes);
      try (JsonParser parser = JsonSource.parser(factory, text)) {
        return elements(parser, bytes);
      }
    } catch (BadValue | JsonProcessingException e) {
      return List.of(element(bytes, 1, true));
    }
  }

  private static List<Row> elements(JsonParser parser, byte[] bytes) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return List.of();
    }
    List<Row> whole = List.of(element(bytes, 1, true));
    if (first != JsonToken.START_ARRAY) {
      return whole;
    }
    List<Row> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      long line = parser.currentTokenLocation().getLineNr();
      byte[] text = JsonSource.element(parser).getBytes(StandardCharsets.UTF_8);
      elements.add(element(text, line, true));
    }
    return parser.nextToken() == null ? elements : whole;
  }

  private static Row element(byte[] text, long line, boolean sound) {
    return RowFactory.create(text, line, sound);
  }
}
