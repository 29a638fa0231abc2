package dev.sluice.samples.ads.model;

/**
 * What a user did.
 *
 * @param userId the user
 * @param sessions how often the user came
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
 */
public record UserActivity(
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
    String firstGender) {}
