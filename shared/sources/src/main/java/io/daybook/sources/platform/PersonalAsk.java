package io.daybook.sources.platform;

import java.util.Set;

/** What the law has a person ask of those who keep what platforms sent, as such a message says it. */
public sealed interface PersonalAsk {
  /**
   * Of whom.
   *
   * @param names what names the person and nobody else: the platform's id, mail address, telephone number
   * @param orders the ids of orders whose messages name the person too
   */
  record Person(Set<String> names, Set<String> orders) {
    /** Copies the sets. */
    public Person {
      names = Set.copyOf(names);
      orders = Set.copyOf(orders);
    }
  }

  /** To see what is kept of the person. */
  record Show(Person person) implements PersonalAsk {}

  /** That what identifies the person is erased. */
  record Erase(Person person) implements PersonalAsk {}

  /** That what identifies anybody is erased: the shop is gone. */
  record EraseAll() implements PersonalAsk {}
}
