/**
 * What the stand-ins of the providers of shipping labels have in common: a list of objects that grows as a test goes on, seen
 * some time later than they were made, and how they fail.
 *
 * <p>What always holds: an object is listed only when the platform's lists have caught up with it; asked for by its id it is
 * there at once.
 *
 * <p>They refuse what the platform refuses: a wrong key, a page that is too large, a method other than GET.
 */
@NullMarked
package io.daybook.simulation.shipping;

import org.jspecify.annotations.NullMarked;
