/** The advertising platform's batch side: what campaigns, users and touchpoints did. */
package dev.sluice.samples.ads;
