/**
 * What a stream remembers of each key, as Java that the compiler checks: functions with state and
 * timers, and the stages that are made of them. {@link dev.sluice.streaming.state.Stateful} comes
 * first.
 */
package dev.sluice.streaming.state;
