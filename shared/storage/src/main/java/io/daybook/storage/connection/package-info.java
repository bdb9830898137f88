/**
 * Connections: which platform account tells a book what, and the secrets to believe it by, enciphered under the hub's
 * key. The one thing in {@code state} that cannot be rebuilt.
 */
@NullMarked
package io.daybook.storage.connection;

import org.jspecify.annotations.NullMarked;
