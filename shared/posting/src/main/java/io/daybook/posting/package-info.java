/**
 * Posting: from facts and rules to what the books require, and from there to entries.
 *
 * <p>{@link io.daybook.posting.Routing} says which subjects a fact concerns. For each kind of subject a pure function
 * of all its facts says what is <em>required</em>: legs by occasion and day. {@link io.daybook.posting.Poster} subtracts
 * what is posted and appends the difference as the next step. No subject reads another to decide what it posts.
 *
 * <p>What always holds: the result depends on the set of facts alone, not on the order in which they came; an unknown
 * thing goes to 2900 and onto the exceptions list, never nowhere.
 */
@NullMarked
package io.daybook.posting;

import org.jspecify.annotations.NullMarked;
