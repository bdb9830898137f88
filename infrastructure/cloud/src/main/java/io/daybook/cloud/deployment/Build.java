package io.daybook.cloud.deployment;

/**
 * Which Daybook this is.
 *
 * @param version its version
 * @param commit of the sources it was built from; ends with {@code +} if they were changed after it
 */
public record Build(String version, String commit) {}
