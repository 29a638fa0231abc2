/** The events of the live samples, and what is made of them. */
package dev.sluice.samples.live.model;
