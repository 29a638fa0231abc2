package dev.sluice.samples.ads;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.file.FileSink;
import dev.sluice.io.file.Files;
import dev.sluice.quality.Rejected;
import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.ads.model.CampaignAttribution;
import dev.sluice.samples.ads.model.CampaignPerformance;
import dev.sluice.samples.ads.model.UserBehaviour;

/** The ad-platform job: events to valid events and three reports. */
public final class AdPlatformPipeline {

  private AdPlatformPipeline() {}

  /**
   * The pipeline, not yet run.
   *
   * @param input the directory of the events, as Parquet
   * @param output the directory of the outputs
   */
  public static Pipeline of(String input, String output) {
    Pipeline pipeline = Pipeline.named("ad-platform");
    Stage<AdEvent> events =
        EventCleaning.events(pipeline.source("events", Files.parquet(AdEvent.class, input)));

    events.sink("valid_events", parquet(AdEvent.class, output, "valid_events"));
    CampaignReport.performance(events)
        .sink(
            "campaign_performance",
            parquet(CampaignPerformance.class, output, "campaign_performance"));
    UserReport.behaviour(events)
        .sink("user_behaviour", parquet(UserBehaviour.class, output, "user_behaviour"));
    Attribution.byCampaign(events)
        .sink("attribution", parquet(CampaignAttribution.class, output, "attribution"));
    return pipeline.quarantine(parquet(Rejected.class, output, "rejected"));
  }

  private static <T extends Record> FileSink<T> parquet(
      Class<T> type, String output, String name) {
    return Files.parquet(type, output + "/" + name).overwrite();
  }
}
