package dev.sluice.samples.ads.model;

/**
 * A valid event, and what it is to the events of its user.
 *
 * @param userId who
 * @param campaignId the campaign of the ad
 * @param adId the ad
 * @param eventType impression, click or conversion
 * @param deviceType the device
 * @param country the country
 * @param ageGroup the age group of the user
 * @param gender the gender of the user
 * @param cost what the event cost
 * @param revenue what the event earned
 * @param number the position among the events of the user by time, from 1
 * @param startsSession whether the user was away before, or is new
 */
public record SessionEvent(
    long userId,
    long campaignId,
    long adId,
    String eventType,
    String deviceType,
    String country,
    String ageGroup,
    String gender,
    double cost,
    double revenue,
    int number,
    boolean startsSession) {}
