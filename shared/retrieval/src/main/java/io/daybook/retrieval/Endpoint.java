package io.daybook.retrieval;

import io.daybook.sources.Secret;
import java.net.URI;

/**
 * Where a platform's API is and how to be let in.
 *
 * @param base such as {@code https://blue-cup.myshopify.com} or {@code https://api.stripe.com}; another server of the
 *     same API serves as well
 * @param token the access token or API key
 */
public record Endpoint(URI base, Secret token) {}
