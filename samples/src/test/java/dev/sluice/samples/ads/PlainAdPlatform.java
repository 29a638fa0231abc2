package dev.sluice.samples.ads;

import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.ads.model.CampaignAttribution;
import dev.sluice.samples.ads.model.CampaignPerformance;
import dev.sluice.samples.ads.model.UserBehaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ad-platform job in plain Java, as one would compute it with a few thousand events. */
final class PlainAdPlatform {

  private static final Set<String> TYPES = Set.of("impression", "click", "conversion");

  private final List<AdEvent> valid;

  PlainAdPlatform(List<AdEvent> arrived) {
    Map<Long, AdEvent> byId = new LinkedHashMap<>();
    arrived.forEach(event -> byId.put(event.eventId(), event));
    this.valid =
        byId.values().stream()
            .map(PlainAdPlatform::mended)
            .filter(PlainAdPlatform::isValid)
            .sorted(Comparator.comparing(AdEvent::timestamp).thenComparing(AdEvent::eventId))
            .toList();
  }

  List<AdEvent> valid() {
    return valid;
  }

  private static AdEvent mended(AdEvent event) {
    return new AdEvent(
        event.eventId(),
        event.userId(),
        event.campaignId(),
        event.adId(),
        event.timestamp(),
        event.eventType().strip().toLowerCase(Locale.ROOT),
        known(event.deviceType()),
        known(event.os()),
        known(event.browser()),
        event.country() == null ? "unknown" : event.country().toUpperCase(Locale.ROOT),
        known(event.city()),
        known(event.ageGroup()),
        known(event.gender()),
        event.bidPrice(),
        event.cost() == null ? 0.0 : event.cost(),
        event.revenue() == null ? 0.0 : event.revenue());
  }

  private static String known(String text) {
    return text == null ? "unknown" : text;
  }

  private static boolean isValid(AdEvent event) {
    return event.userId() != null
        && event.timestamp() != null
        && TYPES.contains(event.eventType())
        && event.cost() >= 0
        && (event.revenue() == 0 || event.eventType().equals("conversion"));
  }

  List<CampaignPerformance> performance() {
    List<CampaignPerformance> campaigns = new ArrayList<>();
    by(AdEvent::campaignId).forEach((campaign, events) -> {
      Map<String, List<AdEvent>> byType =
          events.stream().collect(Collectors.groupingBy(AdEvent::eventType));
      List<AdEvent> shown = byType.getOrDefault("impression", List.of());
      List<AdEvent> clicked = byType.getOrDefault("click", List.of());
      List<AdEvent> converted = byType.getOrDefault("conversion", List.of());
      double cost = cost(events);
      campaigns.add(
          new CampaignPerformance(
              campaign,
              shown.size(),
              clicked.size(),
              converted.size(),
              cost(shown),
              cost(clicked),
              cost(converted),
              revenue(shown),
              revenue(clicked),
              revenue(converted),
              cost,
              revenue(events),
              shown.isEmpty() ? 0 : (double) clicked.size() / shown.size(),
              clicked.isEmpty() ? 0 : (double) converted.size() / clicked.size(),
              clicked.isEmpty() ? 0 : cost / clicked.size(),
              converted.isEmpty() ? 0 : cost / converted.size(),
              cost == 0 ? 0 : revenue(events) / cost));
    });
    return campaigns;
  }

  List<UserBehaviour> behaviour() {
    List<UserBehaviour> users = new ArrayList<>();
    by(AdEvent::userId).forEach((user, events) -> {
      long sessions = 0;
      Instant before = Instant.MIN;
      for (AdEvent event : events) {
        if (event.timestamp().isAfter(plus30Minutes(before))) {
          sessions++;
        }
        before = event.timestamp();
      }
      AdEvent first = events.get(0);
      long shown = count(events, "impression");
      long clicked = count(events, "click");
      long converted = count(events, "conversion");
      users.add(
          new UserBehaviour(
              user,
              sessions,
              events.size(),
              shown,
              clicked,
              converted,
              events.stream().map(AdEvent::campaignId).distinct().count(),
              events.stream().map(AdEvent::adId).distinct().count(),
              cost(events),
              revenue(events),
              first.deviceType(),
              first.country(),
              first.ageGroup(),
              first.gender(),
              segment(shown, clicked, converted, revenue(events))));
    });
    return users;
  }

  private static Instant plus30Minutes(Instant time) {
    return time.equals(Instant.MIN) ? time : time.plus(Duration.ofMinutes(30));
  }

  private static String segment(long shown, long clicked, long converted, double revenue) {
    if (converted > 5 && revenue > 100) {
      return "High Value";
    } else if (converted > 0 && clicked > 10) {
      return "Active Converter";
    } else if (clicked > 20) {
      return "Active Clicker";
    }
    return shown > 50 ? "Viewer" : "Low Engagement";
  }

  List<CampaignAttribution> attribution() {
    Map<Long, double[]> credits = new HashMap<>();
    by(AdEvent::userId).values().forEach(events -> {
      for (AdEvent conversion : events) {
        if (conversion.eventType().equals("conversion")) {
          List<AdEvent> path = events.stream().filter(e -> leadsTo(e, conversion)).toList();
          credit(credits, path, conversion.revenue());
        }
      }
    });
    return credits.entrySet().stream()
        .map(entry -> attribution(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static boolean leadsTo(AdEvent event, AdEvent conversion) {
    Duration between = Duration.between(event.timestamp(), conversion.timestamp());
    return !event.eventType().equals("conversion")
        && !between.isNegative()
        && between.compareTo(Duration.ofDays(1)) <= 0;
  }

  private static void credit(Map<Long, double[]> credits, List<AdEvent> path, double revenue) {
    for (int i = 0; i < path.size(); i++) {
      double[] credit =
          credits.computeIfAbsent(path.get(i).campaignId(), campaign -> new double[6]);
      add(credit, 0, i == 0 ? 1 : 0, revenue);
      add(credit, 2, i == path.size() - 1 ? 1 : 0, revenue);
      add(credit, 4, 1.0 / path.size(), revenue);
    }
  }

  private static void add(double[] credit, int model, double part, double revenue) {
    credit[model] += part;
    credit[model + 1] += part * revenue;
  }

  private static CampaignAttribution attribution(long campaign, double[] credit) {
    return new CampaignAttribution(
        campaign,
        Math.round(credit[0]),
        credit[1],
        Math.round(credit[2]),
        credit[3],
        credit[4],
        credit[5]);
  }

  private Map<Long, List<AdEvent>> by(Function<AdEvent, Long> key) {
    return valid.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static long count(Collection<AdEvent> events, String type) {
    return events.stream().filter(event -> event.eventType().equals(type)).count();
  }

  private static double cost(Collection<AdEvent> events) {
    return events.stream().mapToDouble(AdEvent::cost).sum();
  }

  private static double revenue(Collection<AdEvent> events) {
    return events.stream().mapToDouble(AdEvent::revenue).sum();
  }
}
