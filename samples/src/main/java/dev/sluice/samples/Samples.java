package dev.sluice.samples;

import dev.sluice.samples.ads.AdPlatformJob;
import dev.sluice.samples.ads.GenerateAds;
import dev.sluice.samples.anomalies.AnomaliesJob;
import dev.sluice.samples.ctr.CtrJob;
import dev.sluice.samples.ctr.ScoreBenchmark;
import dev.sluice.samples.ecommerce.EcommerceBenchmark;
import dev.sluice.samples.ecommerce.EcommerceJob;
import dev.sluice.samples.ecommerce.GenerateEcommerce;
import dev.sluice.samples.ecommerce.OddOrdersJob;
import dev.sluice.samples.latency.LatencyBenchmark;
import dev.sluice.samples.live.AdFraudJob;
import dev.sluice.samples.live.BehaviourEventsJob;
import dev.sluice.samples.live.BidsJob;
import dev.sluice.samples.live.BidsScoreJob;
import dev.sluice.samples.live.ImpressionsClicksJob;
import dev.sluice.samples.live.LoginsJob;
import dev.sluice.samples.live.PosTotalsJob;
import dev.sluice.samples.nexmark.NexmarkJob;
import dev.sluice.samples.planning.PlanBenchmark;
import dev.sluice.samples.recommend.RecommendJob;
import dev.sluice.samples.retail.GenerateOnlineRetail;
import dev.sluice.samples.retail.OnlineRetailJob;
import dev.sluice.samples.segments.SegmentsJob;
import dev.sluice.samples.stores.StoresBenchmark;
import dev.sluice.samples.testing.TestkitBenchmark;
import dev.sluice.samples.tpch.TpchJob;
import dev.sluice.samples.ysb.YsbBenchmark;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The list of everything {@code samples/run} can start. A new sample adds one line here.
 *
 * <p>A sample is a picocli command: its {@code @Command} gives the name (lower case with hyphens)
 * and one line of description, its fields the options, {@code call} the exit code of the process.
 */
final class Samples {
  private Samples() {}

  static List<Callable<Integer>> all() {
    return List.of(
        new EcommerceJob(),
        new OnlineRetailJob(),
        new PosTotalsJob(),
        new BehaviourEventsJob(),
        new BidsJob(),
        new AdFraudJob(),
        new ImpressionsClicksJob(),
        new LoginsJob(),
        new AdPlatformJob(),
        new CtrJob(),
        new SegmentsJob(),
        new RecommendJob(),
        new AnomaliesJob(),
        new OddOrdersJob(),
        new BidsScoreJob(),
        new NexmarkJob(),
        new TpchJob(),
        new Setup(),
        new InspectCheckpoint(),
        new GenerateEcommerce(),
        new EcommerceBenchmark(),
        new GenerateOnlineRetail(),
        new GenerateAds(),
        new PlanBenchmark(),
        new StoresBenchmark(),
        new ScoreBenchmark(),
        new YsbBenchmark(),
        new LatencyBenchmark(),
        new TestkitBenchmark());
  }
}
