package dev.sluice.streams;

import dev.sluice.Pipeline;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streams.Auction.Bid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/** A job of its own that runs a stream until it is told to die, as if it had been killed. */
final class HoldingJvm {

  private static final int KILLED = 137;

  private HoldingJvm() {}

  /** Argument: the directory of the test. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "localhost")
            .getOrCreate();
    Pipeline pipeline = Pipeline.named("auction");
    Auction.timed(pipeline, directory.resolve("bids")).sink("all", Delivered.of(Bid.class));
    StreamingRun run =
        Streaming.of(pipeline).checkpoints(directory.resolve("checkpoints").toString())
            .start(spark);
    run.processAllAvailable();
    Path part = Files.writeString(
        directory.resolve("runs.part"), String.valueOf(ProcessHandle.current().pid()));
    Files.move(part, directory.resolve("runs"), StandardCopyOption.ATOMIC_MOVE);
    while (!Files.exists(directory.resolve("die"))) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    Runtime.getRuntime().halt(KILLED);
  }
}
