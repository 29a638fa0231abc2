/** Which ads users will like, learned from generated events of users who have tastes. */
package dev.sluice.samples.recommend;
