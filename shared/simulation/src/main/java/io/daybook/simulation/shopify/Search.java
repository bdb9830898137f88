package io.daybook.simulation.shopify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shopify's search syntax, as far as sweeps need it: terms such as {@code updated_at:>='2026-10-01T00:00:00Z'}, all of
 * which must hold. A term that is not known is refused loudly, although Shopify would pass over it: a sweep that asks
 * for it would get more than it thinks.
 */
final class Search {
  private static final Pattern TERM =
      Pattern.compile("(\\w+):(>=|<=|>|<)?('[^']*'|\"[^\"]*\"|\\S+)");

  private record Term(String name, String comparator, String value) {}

  private final List<Term> terms = new ArrayList<>();
  private final Map<String, String> fields;

  /** {@code fields} says which field of an object a term's name goes by. */
  Search(String query, Map<String, String> fields) {
    this.fields = fields;
    Matcher matcher = TERM.matcher(query);
    int end = 0;
    while (matcher.find()) {
      requireConnective(query.substring(end, matcher.start()));
      end = matcher.end();
      String comparator = matcher.group(2);
      terms.add(
          new Term(
              matcher.group(1), comparator == null ? "=" : comparator, unquoted(matcher.group(3))));
    }
    requireConnective(query.substring(end));
    terms.forEach(this::requireKnown);
  }

  private static void requireConnective(String between) {
    if (!between.isBlank() && !between.strip().equals("AND")) {
      throw new IllegalArgumentException(
          "the stand-in does not understand '" + between.strip() + "' in a search");
    }
  }

  private void requireKnown(Term term) {
    if (!fields.containsKey(term.name())) {
      throw new IllegalArgumentException("the stand-in cannot search by '" + term.name() + "'");
    }
  }

  private static String unquoted(String value) {
    return value.startsWith("'") || value.startsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  boolean finds(Map<String, Object> node) {
    return terms.stream().allMatch(term -> holds(term, node));
  }

  private boolean holds(Term term, Map<String, Object> node) {
    String found = String.valueOf(node.get(fields.getOrDefault(term.name(), term.name())));
    int order = compare(term.name(), found, term.value());
    return switch (term.comparator()) {
      case ">=" -> order >= 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case "<" -> order < 0;
      case "=" -> order == 0;
      default -> throw new IllegalStateException("comparator " + term.comparator());
    };
  }

  private static int compare(String name, String found, String wanted) {
    if (name.endsWith("_at")) {
      return instant(found).compareTo(instant(wanted));
    }
    return name.endsWith("id")
        ? number(found).compareTo(number(wanted))
        : found.compareToIgnoreCase(wanted);
  }

  private static Long number(String text) {
    String digits = text.substring(text.lastIndexOf('/') + 1);
    return digits.isEmpty() ? Long.valueOf(-1) : Long.valueOf(digits);
  }

  private static Instant instant(String text) {
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
