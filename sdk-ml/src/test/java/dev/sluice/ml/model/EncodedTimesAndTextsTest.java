package dev.sluice.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is computed of times and texts in few steps is what the platform's own calendar and patterns say. */
class EncodedTimesAndTextsTest {

  private static final int ROWS = 5_000;

  private static TreeMap<Integer, Double> slots(Encoding encoding, String text) {
    TreeMap<Integer, Double> slots = new TreeMap<>();
    encoding.encode(
        new TextInputs(Collections.singletonList(text)), new int[]{0}, 0, slots::put);
    return slots;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "-18:00"})
  void partsOfMomentsAreThoseOfTheCalendar(String name) {
    ZoneId zone = ZoneId.of(name);
    Encoding hour = new TimeEncoding("at", TimeEncoding.Part.HOUR, zone);
    Encoding weekday = new TimeEncoding("at", TimeEncoding.Part.WEEKDAY, zone);
    Random random = new Random(7);
    List<ZonedDateTime> wrong = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      long micros = random.nextLong() >> random.nextInt(20);
      ZonedDateTime time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone);
      String text = Long.toString(micros);

      if (!slots(hour, text).equals(Map.of(time.getHour(), 1.0))
          || !slots(weekday, text).equals(Map.of(time.getDayOfWeek().getValue() - 1, 1.0))) {
        wrong.add(time);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** As a pattern finds them. */
  private static TreeMap<Integer, Double> words(String text, int buckets) {
    TreeMap<Integer, Double> slots = new TreeMap<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        int hash = word.hashCode() * 0x9E3779B9;
        slots.merge(Math.floorMod(hash ^ (hash >>> 16), buckets), 1.0, Double::sum);
      }
    }
    return slots;
  }

  @Test
  void wordsAreThoseOfThePattern() {
    List<String> texts =
        new ArrayList<>(
            List.of("", " ", "a", "a-b", " An ad, an AD! ", "Straße İ ǅ", "²Ⅷ٣", "日本 \uD83D\uDE00x",
                "\uD83D", "x\uDE00y", "\uD801\uDC00\uD801\uDC28"));
    Random random = new Random(3);
    for (int i = 0; i < ROWS; i++) {
      int[] characters =
          random.ints(random.nextInt(12), 0, i % 2 == 0 ? 0x250 : 0x1_10000).toArray();
      texts.add(new String(characters, 0, characters.length));
    }
    TextEncoding encoding = new TextEncoding("title", 1_000);
    assertThat(texts).allMatch(text -> slots(encoding, text).equals(words(text, 1_000)));
  }
}
