/**
 * The plan as data: stages, verbs, expressions, and what follows from them. It is built and
 * validated without a Spark session.
 */
@Internal(except = {CallSite.class, Plan.class, Problem.class, TimeWindow.class})
package dev.sluice.plan;

import dev.sluice.annotation.Internal;
