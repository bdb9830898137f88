/**
 * Calls over HTTP, as all platforms want them: bounded in time and size, tried again a few times where that can help, and
 * patient where a platform asks for patience.
 *
 * <p>What always holds: the pauses between tries grow and are jittered; no message of a failure holds a credential.
 *
 * <p>What it refuses: answers larger than {@link io.daybook.retrieval.http.Attempts#LARGEST_ANSWER} bytes, and redirects,
 * which would carry a credential to another host.
 */
@NullMarked
package io.daybook.retrieval.http;

import org.jspecify.annotations.NullMarked;
