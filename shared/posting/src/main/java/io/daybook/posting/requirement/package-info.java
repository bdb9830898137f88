/**
 * What the facts of a subject require: occasions with balanced legs, and what the books cannot explain.
 *
 * <p>{@link io.daybook.posting.requirement.Facts} are the facts that count. Each kind of subject has a pure function of
 * facts and rules to a {@link io.daybook.posting.requirement.Required}, in a class of its own; the order, which is
 * larger, has a package of its own ({@code order}).
 *
 * <p>What always holds: equal sets of facts require the same, in whatever order they came; each occasion balances;
 * nothing before an origin's cut-over is required (case 72). What is not known goes to 2900 with a discrepancy; what is
 * in a currency without a rate is refused with one.
 */
@NullMarked
package io.daybook.posting.requirement;

import org.jspecify.annotations.NullMarked;
