/**
 * What can be wrong with a plan, found before anything runs. Each check reads the plan, gives
 * problems and never throws; none knows another.
 */
@Internal
package dev.sluice.plan.check;

import dev.sluice.annotation.Internal;
