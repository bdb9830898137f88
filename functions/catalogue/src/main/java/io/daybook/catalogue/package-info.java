/**
 * Each function once: its handler, what wakes it, what it may touch, how long it may run. Plain records without a
 * dependency, read by the CDK application and by the local hub alike, so that the two cannot differ.
 */
@NullMarked
package io.daybook.catalogue;

import org.jspecify.annotations.NullMarked;
