/**
 * The hub: one folder, one server, one pump. Keeps its data in SQLite by default; listens on 127.0.0.1 only.
 */
@NullMarked
package io.daybook.local.hub;

import org.jspecify.annotations.NullMarked;
