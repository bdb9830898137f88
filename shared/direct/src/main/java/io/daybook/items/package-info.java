/**
 * How things lie in the tables: names of keys and attributes, forms of bodies, each written once, for whoever speaks to
 * DynamoDB, with AWS's SDK ({@code io.daybook.storage.dynamodb}) or without it ({@code io.daybook.direct}).
 *
 * <p>What always holds: a body is stored as one format byte and what that format says, and every format that was ever
 * written is read for ever; a preset dictionary, once released, never changes by a byte. It refuses bytes of a format
 * that it does not know, and an item that lies under a key that is not its own, rather than guess.
 */
@NullMarked
package io.daybook.items;

import org.jspecify.annotations.NullMarked;
