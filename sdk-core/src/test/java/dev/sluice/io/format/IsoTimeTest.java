package dev.sluice.io.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read digit by digit is what {@code java.time} reads. */
class IsoTimeTest {

  private static final int TEXTS = 200_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
          "2026-03-01T12:30",
          "2026-03-01T12:30:05",
          "2026-03-01T12:30:05.1",
          "2024-02-29T23:59:59.999999999",
          "0000-01-01T00:00:00"
      })
  void readsADateAndTimeInTheUsualForm(String text) {
    assertThat(IsoTime.dateTime(text, text.length())).isEqualTo(LocalDateTime.parse(text));
    String blank = text.replace('T', ' ');
    assertThat(IsoTime.dateTime(blank, blank.length())).isEqualTo(LocalDateTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "",
          "2026-03-01",
          "2026-03-01T12",
          "2026-03-01T12:3",
          "2026-03-01T24:00",
          "2026-03-01T12:60",
          "2026-03-01T12:30:60",
          "2026-03-01T12:30:",
          "2026-03-01T12:30:5",
          "2026-03-01T12:30:05.",
          "2026-03-01T12:30:05.1234567890",
          "2026-03-01T12:30:05Z",
          "2026-03-01T12:30+01:00",
          "2026-02-29T12:30",
          "2026-13-01T12:30",
          "2026-00-01T12:30",
          "2026-01-00T12:30",
          "+2026-03-01T12:30",
          "-026-03-01T12:30",
          "2026-03-01t12:30",
          "٢026-03-01T12:30"
      })
  void leavesToOthersWhatHasAnotherForm(String text) {
    assertThat(IsoTime.dateTime(text, text.length())).isNull();
  }

  @Test
  void takesAMutatedTextForWhatJavaTakesItForOrLeavesIt() {
    SplittableRandom random = new SplittableRandom(20_261_127);
    for (int i = 0; i < TEXTS; i++) {
      String text = mutated(random, moment(random).toString());
      LocalDateTime found = IsoTime.dateTime(text, text.length());
      if (found != null) {
        LocalDateTime expected = parsed(LocalDateTime::parse, text.replace(' ', 'T'));
        assertThat(found).as(text).isEqualTo(expected);
      }
      String day = mutated(random, moment(random).toLocalDate().toString());
      if (IsoTime.date(day) != null) {
        LocalDate expected = parsed(LocalDate::parse, day);
        assertThat(IsoTime.date(day)).as(day).isEqualTo(expected);
      }
    }
  }

  @Test
  void leavesNoMomentOfTheUsualFormToOthers() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < TEXTS; i++) {
      LocalDateTime moment = moment(random);
      String text = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
      assertThat(IsoTime.dateTime(text, text.length())).as(text).isEqualTo(moment);
      assertThat(IsoTime.date(text.substring(0, 10))).isEqualTo(moment.toLocalDate());
    }
  }

  private static LocalDateTime moment(SplittableRandom random) {
    LocalDateTime moment =
        LocalDate.of(0, 1, 1)
            .plusDays(random.nextInt(3_652_059))
            .atStartOfDay()
            .plusNanos(random.nextLong(86_400_000_000_000L));
    return switch (random.nextInt(4)) {
      case 0 -> moment.truncatedTo(ChronoUnit.MINUTES);
      case 1 -> moment.truncatedTo(ChronoUnit.SECONDS);
      case 2 -> moment.truncatedTo(ChronoUnit.MILLIS);
      default -> moment;
    };
  }

  private static String mutated(SplittableRandom random, String text) {
    StringBuilder mutated = new StringBuilder(text);
    String letters = "0123456789-: T.Z+";
    for (int i = random.nextInt(3); i > 0; i--) {
      int place = random.nextInt(mutated.length());
      char letter = letters.charAt(random.nextInt(letters.length()));
      switch (random.nextInt(3)) {
        case 0 -> mutated.setCharAt(place, letter);
        case 1 -> mutated.insert(place, letter);
        default -> mutated.deleteCharAt(place);
      }
    }
    return mutated.toString();
  }

  private static <T> T parsed(Function<CharSequence, T> parser, String text) {
    try {
      return parser.apply(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
