package dev.sluice.samples.ads.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;

/**
 * What a user did, and what kind of user that makes.
 *
 * @param userId the user
 * @param sessions how often the user came; more than 30 minutes without an event end a session
 * @param events all events
 * @param impressions ads that were shown
 * @param clicks ads that were clicked
 * @param conversions how often the user converted
 * @param campaigns how many campaigns the user saw
 * @param ads how many ads the user saw
 * @param cost what the events cost
 * @param revenue what the events earned
 * @param firstDevice the device of the first event
 * @param firstCountry the country of the first event
 * @param firstAgeGroup the age group at the first event
 * @param firstGender the gender at the first event
 * @param segment High Value, Active Converter, Active Clicker, Viewer or Low Engagement
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record UserBehaviour(
    long userId,
    long sessions,
    long events,
    long impressions,
    long clicks,
    long conversions,
    long campaigns,
    long ads,
    double cost,
    double revenue,
    String firstDevice,
    String firstCountry,
    String firstAgeGroup,
    String firstGender,
    String segment) {}
