/** A run: its options, who listens to it, and the report it gives. */
package dev.sluice.run;
