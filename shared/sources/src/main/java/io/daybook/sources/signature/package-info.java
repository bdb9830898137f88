/**
 * How platforms sign: HMAC and RSA over raw bytes, a time beside them, or a token in the address.
 *
 * <p>What always holds: nothing is compared in a time that tells how much of it fits, and all secrets are tried.
 *
 * <p>What it refuses: a signature in Base64 longer than any key makes, and a time more than five minutes away, on either
 * side.
 */
@NullMarked
package io.daybook.sources.signature;

import org.jspecify.annotations.NullMarked;
