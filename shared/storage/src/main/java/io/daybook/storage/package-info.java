/**
 * Where the books are kept: what the forms of storage share.
 *
 * <p>What always holds: a body is stored as one format byte and what that format says, and every format that was ever
 * written is read for ever; a preset dictionary, once released, never changes by a byte. It refuses bytes of a format
 * that it does not know, rather than guess.
 */
@NullMarked
package io.daybook.storage;

import org.jspecify.annotations.NullMarked;
