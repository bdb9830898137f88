/**
 * JSON read field by field, each field knowing its path from the root of the message.
 *
 * <p>What always holds: a field that is missing or of another kind is a {@link io.daybook.sources.json.FieldProblem}
 * with its path and what was expected there, which {@link io.daybook.sources.json.JsonTranslation} turns into {@link
 * io.daybook.sources.Translation.Malformed}; a decimal is read exactly as it was written, never through a float; the
 * size and depth of what is read are bounded. A problem never repeats what stood in the message: it may name a person.
 */
@NullMarked
package io.daybook.sources.json;

import org.jspecify.annotations.NullMarked;
