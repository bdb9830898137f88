package io.daybook.cloud.fake;

/**
 * A call that was made.
 *
 * @param permission the IAM action that it needs
 * @param resource the ARN that it is about
 */
public record Call(String permission, String resource) {}
