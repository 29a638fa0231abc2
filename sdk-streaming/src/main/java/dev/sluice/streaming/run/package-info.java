/** A stream that goes on: when it looks for new rows, what it tells, how it ends. */
package dev.sluice.streaming.run;
