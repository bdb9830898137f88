package io.daybook.cloud.deployment;

/**
 * Something that is not as it should be before or after a deployment.
 *
 * @param name by which a person may say that it is known: {@code --despite NAME}
 * @param words what is wrong, and what to do
 */
record Finding(String name, String words) {}
