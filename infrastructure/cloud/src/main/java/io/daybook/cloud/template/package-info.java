/**
 * The template: a stage's tables, buckets, functions, triggers, alarms and the rest, synthesised from {@code
 * functions/catalogue} by CDK.
 *
 * <p>One class a theme. Names, triggers, timeouts, alarms and what a role may do come from the catalogue and nowhere else;
 * what differs between stages is in {@link io.daybook.cloud.template.Stage}. The same sources and archives give the same
 * bytes. Every exception from cdk-nag's rules stands, with its reason, beside what it excepts.
 *
 * <p>It refuses a context key that it does not know, a stage whose name would not fit, and an archive that is not built.
 */
@NullMarked
package io.daybook.cloud.template;

import org.jspecify.annotations.NullMarked;
