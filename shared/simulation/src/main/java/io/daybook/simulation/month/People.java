package io.daybook.simulation.month;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes customers up. */
final class People {
  private static final List<String> FIRST =
      List.of(
          "Ada", "Ben", "Chloe", "Dmitri", "Elena", "Farid", "Grace", "Hiro", "Imani", "Jonas",
          "Keiko", "Liam", "Maya", "Noor", "Oscar", "Priya", "Quinn", "Rosa", "Sam", "Tomás", "Uma",
          "Victor", "Wren", "Ximena", "Yusuf", "Zoë");
  private static final List<String> LAST =
      List.of(
          "Abbott",
          "Baker",
          "Castillo",
          "Dunn",
          "Ellis",
          "Fischer",
          "Greene",
          "Huang",
          "Ibarra",
          "Jensen",
          "Kowalski",
          "Lopez",
          "Moreno",
          "Nakamura",
          "O'Brien",
          "Patel",
          "Quigley",
          "Rossi",
          "Schmidt",
          "Tran",
          "Underhill",
          "Vasquez",
          "Walker",
          "Young",
          "Zimmer");
  private static final List<String> STREETS =
      List.of(
          "Maple Street",
          "Oak Avenue",
          "2nd Street",
          "Harbor Road",
          "Mill Lane",
          "Park Place",
          "Sunset Drive");

  private static final List<Region> EVERYWHERE = List.of(Region.values());

  private final Random random;
  private final Ids ids;

  People(Random random, Ids ids) {
    this.random = random;
    this.ids = ids;
  }

  Customer next() {
    String first = pick(FIRST);
    String last = pick(LAST);
    // Two in five live near the shop.
    Region region =
        random.nextInt(5) < 2 ? Region.NEW_YORK : EVERYWHERE.get(random.nextInt(EVERYWHERE.size()));
    String mailbox =
        (first.charAt(0) + "." + last).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
    return new Customer(
        ids.next(),
        first,
        last,
        mailbox + random.nextInt(1000) + "@example.com",
        (1 + random.nextInt(980)) + " " + pick(STREETS),
        region.zipPrefix() + (10 + random.nextInt(90)),
        region);
  }

  private String pick(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
