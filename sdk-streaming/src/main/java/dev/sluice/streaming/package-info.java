/**
 * Pipelines as streams: {@link dev.sluice.streaming.Streaming} starts one, {@link
 * dev.sluice.streaming.run.StreamingRun} is one that goes on.
 */
package dev.sluice.streaming;
