/** The rows of the e-commerce sample: three tables come in, seven outputs go out. */
package dev.sluice.samples.ecommerce.model;
