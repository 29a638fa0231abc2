package dev.sluice.stages;

import static dev.sluice.stages.KafkaMessages.bytes;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.Pipeline;
import dev.sluice.io.format.AvroFormat;
import dev.sluice.io.format.Formats;
import dev.sluice.io.kafka.KafkaSource;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.record.ColumnName;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values of messages in Avro's binary encoding. */
@SparkTest
class KafkaAvroTest {

  enum State {
    OPEN,
    CLOSED
  }

  record Bid(int id, String name, Instant at) {}

  record AllNull(String name, Integer number, State state) {}

  record Sale(
      long id, State state, Instant at, @Precision(value = 9, scale = 2) BigDecimal price,
      String note) {}

  record Painted(LawRecords.Color color) {}

  record Labels(Map<State, List<String>> byState) {}

  private static final String WRITERS =
      """
      {"type": "record", "name": "SaleEvent", "namespace": "com.shop", "fields": [
        {"name": "more", "type": {"type": "array", "items": "string"}},
        {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
        {"name": "id", "type": "int"},
        {"name": "state", "type": {"type": "enum", "name": "Status", "symbols": ["NEW", "CLOSED"]}},
        {"name": "price", "type":
          {"type": "fixed", "name": "Price", "size": 4, "logicalType": "decimal", "precision": 9, "scale": 2}}]}
      """;

  private final SparkKit kit;
  private final KafkaMessages messages = KafkaMessages.in(1);

  KafkaAvroTest(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  private <T extends Record> KafkaMessages send(KafkaSource<T> topic, List<T> rows) {
    Pipeline pipeline = Pipeline.named("send");
    pipeline.source("rows", InMemory.rows(topic.type(), rows)).sink("topic", topic.append());
    pipeline.run(kit.spark());
    return messages;
  }

  private KafkaMessages send(byte[]... values) {
    for (byte[] value : values) {
      messages.send(0, null, null, value);
    }
    return messages;
  }

  private <T extends Record> List<Rejected> rejected(KafkaSource<T> source) {
    return kit.source(source).rejected().collect(kit.spark());
  }

  private <T extends Record> void comesBackEqual(KafkaSource<T> topic) {
    List<T> rows = HostileRows.of(topic.type(), 60, 5);
    send(topic, rows);

    assertThat(rejected(topic)).isEmpty();
    assertThatRows(topic.type(), kit.source(topic).collect(kit.spark())).hasRows(rows);
  }

  /** By Avro's own library. */
  private static byte[] encoded(String schema, Map<String, Object> fields) throws IOException {
    Schema parsed = new Schema.Parser().parse(schema);
    GenericRecordBuilder value = new GenericRecordBuilder(parsed);
    fields.forEach(value::set);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(parsed).write(value.build(), encoder);
    return bytes.toByteArray();
  }

  @Test
  void everyRowComesBack() {
    comesBackEqual(messages.described().avro(LawRecords.Common.class));
  }

  @Test
  void everyRowComesBackOutOfTheValueAndTheKey() {
    comesBackEqual(
        messages.described().avro(LawRecords.Common.class).key(LawRecords.Common::bytes));
  }

  @Test
  @Tag("smoke")
  void otherReadersReadWhatIsSentByTheSchemaOfTheFormat() throws IOException {
    AvroFormat<AllNull> format = Formats.avro(AllNull.class);
    send(messages.described().format(format), List.of(new AllNull("tea", null, State.CLOSED)));

    Schema schema = new Schema.Parser().parse(format.schema());
    byte[] value = messages.all().get(0).value();
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(schema)
            .read(null, DecoderFactory.get().binaryDecoder(value, null));

    assertThat(read)
        .hasToString("{\"name\": \"tea\", \"number\": null, \"state\": \"CLOSED\"}");
  }

  @Test
  void aRowOfNothingButNullIsARow() {
    KafkaSource<AllNull> topic = messages.described().avro(AllNull.class);
    send(topic, List.of(new AllNull(null, null, null)));

    assertThat(rejected(topic)).isEmpty();
    assertThat(kit.source(topic)).hasRows(new AllNull(null, null, null));
  }

  @Test
  void whatIsNoValueIsRejectedWithItsPlaceItsBytesAndItsReason() throws IOException {
    AvroFormat<Bid> format = Formats.avro(Bid.class);
    byte[] good =
        encoded(format.schema(), Map.of("id", -100, "name", "té", "at", 1_700_000_000_000_000L));
    byte[] cut = Arrays.copyOf(good, good.length - 1);
    byte[] longer = Arrays.copyOf(good, good.length + 2);
    byte[] latin = {2, 2, 2, (byte) 0xE9, 0};
    byte[] gigabytes = {2, 2, (byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7, 0};
    byte[] noNumber = new byte[20];
    Arrays.fill(noNumber, (byte) 0xFF);
    byte[] noBranch = {2, 6, (byte) 0xE9};
    send(good, cut, longer, latin, gigabytes, noNumber, noBranch, bytes(""), null);
    KafkaSource<Bid> topic = messages.described().format(format);

    assertThat(rejected(topic))
        .extracting(
            Rejected::topic, Rejected::partition, Rejected::offset, Rejected::reasons,
            Rejected::bytes)
        .containsExactlyInAnyOrder(
            rejection(1, "component 'at' is cut off", cut),
            rejection(2, "has 2 bytes behind its end", longer),
            rejection(3, "component 'name' is not UTF-8", latin),
            rejection(4, "component 'name' is cut off", gigabytes),
            rejection(5, "component 'id' has a number of more than 5 bytes", noNumber),
            rejection(6, "component 'name' is number 3 of a union of 2", noBranch),
            rejection(7, "component 'id' is cut off", null),
            rejection(8, "is NULL", null));
    assertThat(kit.source(topic))
        .hasRows(new Bid(-100, "té", Instant.ofEpochSecond(1_700_000_000)));
  }

  private Tuple rejection(long offset, String reason, byte[] bytes) {
    return tuple(messages.topic(), 0, offset, List.of(reason), bytes);
  }

  @Test
  void aListIsNotMadeAsLongAsGarbageSays() {
    byte[] list = {2, 0, (byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 15};
    byte[] map = {2, (byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 15};
    send(list, map);

    assertThat(rejected(messages.described().avro(Labels.class)))
        .extracting(Rejected::reasons)
        .containsExactlyInAnyOrder(
            List.of("has 5 bytes behind its end"), List.of("component 'byState' is cut off"));
  }

  @Test
  void aTextThatIsNoConstantIsRejected() {
    send(new byte[]{2, 6, 'R', 'E', 'D'}, new byte[]{2, 8, 'B', 'L', 'U', 'E'});

    assertThat(Formats.avro(Painted.class).schema()).contains("[\"null\",\"string\"]");
    KafkaSource<Painted> topic = messages.described().avro(Painted.class);
    assertThat(rejected(topic))
        .flatExtracting(Rejected::reasons)
        .containsExactly("component 'color' has a text that is not a constant of its enum");
    assertThat(kit.source(topic)).hasRows(new Painted(LawRecords.Color.RED));
  }

  @Test
  void aKeyOfAMapThatIsNoConstantIsRejected() {
    send(new byte[]{2, 2, 6, 'N', 'E', 'W', 0, 0}, new byte[]{2, 2, 8, 'O', 'P', 'E', 'N', 0, 0});

    KafkaSource<Labels> topic = messages.described().avro(Labels.class);
    assertThat(rejected(topic))
        .flatExtracting(Rejected::reasons)
        .containsExactly("component 'byState' has a text that is not a constant of its enum");
  }

  private Map<String, Object> sale(String state) {
    Schema writer = new Schema.Parser().parse(WRITERS);
    return Map.of(
        "more", List.of("a", "b"),
        "at", 1_700_000_000_123L,
        "id", 7,
        "state",
        new GenericData.EnumSymbol(
            writer.getField("state").schema(), state),
        "price",
        new GenericData.Fixed(
            writer.getField("price").schema(), new byte[]{0, 0, 4, (byte) 0xD2}));
  }

  @Test
  void valuesOfAnotherSchemaAreRowsByAvrosRules() throws IOException {
    send(encoded(WRITERS, sale("CLOSED")), encoded(WRITERS, sale("NEW")));
    KafkaSource<Sale> topic =
        messages.described().format(Formats.avro(Sale.class).writtenWith(WRITERS));

    assertThat(topic.check(kit.spark())).isEmpty();
    assertThat(kit.source(topic))
        .hasRows(
            new Sale(
                7, State.CLOSED, Instant.ofEpochMilli(1_700_000_000_123L), new BigDecimal("12.34"),
                null));
    assertThat(rejected(topic))
        .extracting(Rejected::offset, Rejected::reasons)
        .containsExactly(tuple(
            1L,
            List.of("component 'state' has a text that is not a constant of its enum")));
  }

  @Test
  void aSchemaOfWhichNoRowsCanBeMadeIsFoundByTheCheck() {
    String other =
        """
        {"type": "record", "name": "Other", "fields": [
          {"name": "name", "type": "string"},
          {"name": "at", "type": "long"}]}
        """;

    assertThat(
        messages.described().format(Formats.avro(Bid.class).writtenWith(other)).check(kit.spark()))
        .singleElement()
        .asString()
        .contains(
            "Bid.at is timestamp-micros, and long in the schema that values are written with");
    assertThat(
        messages.described()
            .format(Formats.avro(Bid.class).writtenWith(other.replace("\"at\"", "\"then\"")))
            .check(kit.spark()))
        .singleElement()
        .asString()
        .contains("values written with the schema of Other are no rows of Bid")
        .contains("id");
  }

  @Test
  void aFormatForAnotherWriterWritesNothing() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> messages.described().format(Formats.avro(Sale.class).writtenWith(WRITERS))
                .append())
        .withMessageContaining("take Formats.avro(Sale.class) without writtenWith(…)");
  }

  @Test
  void aTextThatIsNoSchemaOfARecordIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formats.avro(Bid.class).writtenWith("{"))
        .withMessageStartingWith("avro: no schema: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formats.avro(Bid.class).writtenWith("\"string\""))
        .withMessageContaining("the schema is of type string, and a row is of type record");
  }

  @Test
  void whatAvroCannotHoldIsRefusedWhenTheFormatIsMade() {
    record Unheld(short small, Duration took, Map<Integer, String> names,
        @ColumnName("a-b") int x) {}

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formats.avro(Unheld.class))
        .withMessageStartingWith("avro: Unheld.small is a short")
        .withMessageContaining("Unheld.took is a Duration")
        .withMessageContaining("Unheld.names is a map whose keys are no texts")
        .withMessageContaining("the column \"a-b\" of Unheld.x has a sign");
  }
}
