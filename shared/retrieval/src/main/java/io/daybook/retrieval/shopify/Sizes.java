package io.daybook.retrieval.shopify;

import java.util.List;

/**
 * How much one query asks for. A query's cost grows with what it could return, and the platform runs none above 1,000
 * points, but does not say beforehand what one costs: so the sizes go down a ladder until it does not object.
 *
 * @param first objects of a page
 * @param nested elements of each list of an object
 * @param sales elements of each list of such a list
 */
record Sizes(int first, int nested, int sales) {
  static final List<Sizes> LADDER =
      List.of(
          new Sizes(50, 100, 50),
          new Sizes(20, 50, 20),
          new Sizes(10, 20, 10),
          new Sizes(5, 10, 5),
          new Sizes(1, 10, 5),
          new Sizes(1, 4, 4));
}
