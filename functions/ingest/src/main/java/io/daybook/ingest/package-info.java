/**
 * The door: verifies a webhook over its raw bytes, keeps it, answers. Understands nothing else, holds no business rule,
 * and starts fast, because platforms wait five to seven seconds and a quiet shop is always cold.
 *
 * <p>What always holds: 2xx is answered only after the message is durably kept; a wrong signature is 401, counted, and
 * nothing of it is kept; nothing of a message or a secret reaches a log line.
 */
@NullMarked
package io.daybook.ingest;

import org.jspecify.annotations.NullMarked;
