/** A model of which ads are clicked, on generated ad events. */
package dev.sluice.samples.ctr;
