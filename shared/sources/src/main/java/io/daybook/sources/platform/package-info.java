/**
 * What the command, the hub and the functions need to know of each platform, said once: what the account there is called,
 * where its API is, which secrets to ask for, what its webhooks tell. A further platform is one class and one line in
 * {@code io.daybook.sources.known}.
 *
 * <p>What always holds: a description is pure and holds no secret. The door ({@code ingest}) does not read this package, for
 * it loads each language whole; a test holds its list of verifiers and this one together.
 */
@NullMarked
package io.daybook.sources.platform;

import org.jspecify.annotations.NullMarked;
