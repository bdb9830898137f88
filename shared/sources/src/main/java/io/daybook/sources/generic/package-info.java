/**
 * The generic connector: canonical facts as JSON, signed, so that a platform nobody here knows needs no release.
 *
 * <p>What always holds: a message is taken whole or not at all, and everything wrong with it is named by its place; each
 * fact is of the connection's own origin; only what a platform can know is told here.
 *
 * <p>It refuses what people do to the books, what the hub itself finds out, and facts of another's account.
 */
@NullMarked
package io.daybook.sources.generic;

import org.jspecify.annotations.NullMarked;
