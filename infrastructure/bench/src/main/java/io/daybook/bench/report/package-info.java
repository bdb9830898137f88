/** What was measured, as tables for people and JSON for scripts. Numbers keep their unit; a ratio says of what. */
@NullMarked
package io.daybook.bench.report;

import org.jspecify.annotations.NullMarked;
