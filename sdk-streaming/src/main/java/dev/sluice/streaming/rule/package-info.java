/**
 * What goes wrong with a stream, found before it starts: a small rule for each mistake, with a code.
 * Each reads the plan, gives problems and never throws; none knows another.
 */
@Internal
package dev.sluice.streaming.rule;

import dev.sluice.annotation.Internal;
