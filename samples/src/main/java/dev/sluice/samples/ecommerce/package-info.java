/** The e-commerce sample: sales reports from orders, products and customers. */
package dev.sluice.samples.ecommerce;
