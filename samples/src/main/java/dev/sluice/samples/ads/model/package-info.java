/** The rows of the advertising platform: events come in, three reports go out. */
package dev.sluice.samples.ads.model;
