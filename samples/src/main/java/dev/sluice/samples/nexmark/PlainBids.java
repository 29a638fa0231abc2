package dev.sluice.samples.nexmark;

import dev.sluice.samples.nexmark.model.Bid;
import java.math.BigDecimal;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** In plain Java, over lists: the queries that look at each bid alone. */
final class PlainBids {

  private static final BigDecimal LEAST = new BigDecimal(1_000_000);
  private static final BigDecimal MOST = new BigDecimal(50_000_000);
  private static final Pattern IN_URL = Pattern.compile("[&]channel_id=([^&]*)");
  private static final Map<String, String> KNOWN =
      Map.of("apple", "0", "google", "1", "facebook", "2", "baidu", "3");

  private PlainBids() {}

  static List<CurrencyConversion.Converted> converted(Events events) {
    return events.bids().stream()
        .map(
            bid -> new CurrencyConversion.Converted(
                bid.auction(), bid.bidder(), euros(bid), bid.at(), bid.extra()))
        .toList();
  }

  private static BigDecimal euros(Bid bid) {
    return BigDecimal.valueOf(bid.price()).multiply(new BigDecimal("0.908"));
  }

  static List<Selection.Selected> selected(Events events) {
    return events.bids().stream()
        .filter(bid -> bid.auction() % 123 == 0)
        .map(bid -> new Selection.Selected(bid.auction(), bid.price()))
        .toList();
  }

  static List<LogToFiles.Logged> logged(Events events) {
    return events.bids().stream()
        .map(
            bid -> new LogToFiles.Logged(
                bid.auction(), bid.bidder(), bid.price(), bid.at(), bid.extra(),
                bid.at().toString().substring(0, 10), bid.at().toString().substring(11, 16)))
        .toList();
  }

  static List<SideInput.WithWord> withWords(Events events) {
    Map<Long, String> words =
        SideInput.words().stream()
            .collect(Collectors.toMap(SideInput.Word::key, SideInput.Word::word));
    return events.bids().stream()
        .filter(bid -> words.containsKey(bid.auction() % 10_000))
        .map(
            bid -> new SideInput.WithWord(
                bid.auction(), bid.bidder(), bid.price(), bid.at(),
                words.get(bid.auction() % 10_000)))
        .toList();
  }

  static List<Calculation.Calculated> calculated(Events events) {
    return events.bids().stream()
        .filter(bid -> euros(bid).compareTo(LEAST) > 0 && euros(bid).compareTo(MOST) < 0)
        .map(
            bid -> new Calculation.Calculated(
                bid.auction(), bid.bidder(), euros(bid), timeOfDay(bid), bid.at(), bid.extra(),
                bid.extra().length() - bid.extra().replace("c", "").length()))
        .toList();
  }

  private static String timeOfDay(Bid bid) {
    return switch (bid.at().atOffset(ZoneOffset.UTC).getHour()) {
      case 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 -> "dayTime";
      case 7, 19 -> "otherTime";
      default -> "nightTime";
    };
  }

  static List<ChannelIds.WithChannelId> withChannelIds(Events events) {
    List<ChannelIds.WithChannelId> rows = new ArrayList<>();
    for (Bid bid : events.bids()) {
      Matcher inUrl = IN_URL.matcher(bid.url());
      String id =
          KNOWN.getOrDefault(
              bid.channel().toLowerCase(Locale.ROOT), inUrl.find() ? inUrl.group(1) : null);
      if (id != null) {
        rows.add(
            new ChannelIds.WithChannelId(
                bid.auction(), bid.bidder(), bid.price(), bid.channel(), id));
      }
    }
    return rows;
  }

  static List<UrlDirectories.WithDirectories> withDirectories(Events events) {
    return events.bids().stream()
        .map(
            bid -> {
              List<String> path = List.of(URI.create(bid.url()).getPath().substring(1).split("/"));
              return new UrlDirectories.WithDirectories(
                  bid.auction(), bid.bidder(), bid.price(), bid.channel(),
                  path.get(0), path.get(1), path.get(2));
            })
        .toList();
  }
}
