package io.daybook.cloud.template;

/**
 * A name of the merchant's own in front of the functions' addresses.
 *
 * @param name such as {@code books.example.com}
 * @param certificateArn of a certificate for it in us-east-1, where CloudFront looks for them
 */
public record OwnDomain(String name, String certificateArn) {}
