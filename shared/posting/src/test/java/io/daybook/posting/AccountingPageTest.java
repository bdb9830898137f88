package io.daybook.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.Policy;
import io.daybook.ledger.PolicySwitches;
import io.daybook.posting.Recording.Event;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The examples of docs/accounting.md are what tests tell and assert, so that the page cannot rot: {@code
 * -Ddaybook.write-docs=true} writes them anew.
 *
 * <p>An example names a test and, if not all are wanted, which of its entries: {@code <!-- example SaleCasesTest.someCase 1
 * 3 -->}.
 */
class AccountingPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("daybook.root", "."), "docs", "accounting.md");
  private static final int CASES = 96;

  private static final String END = "<!-- end -->";
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- example (\\w+)\\.(\\w+)((?: \\d+)*) -->\n(.*?)" + END, Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("(?m)^\\*\\*(\\d+)\\. ");
  private static final Pattern SWITCHES =
      Pattern.compile("<!-- switches -->\n(.*?)" + END, Pattern.DOTALL);
  private static final Pattern LEG = Pattern.compile("(Dr|Cr) (\\d{4}) (\\d+\\.\\d\\d)");

  /** A line of a table. */
  private record Row(String what, String entry) {}

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  @Test
  void theExamplesAreWhatTheTestsAssert() throws Exception {
    String page = page();
    StringBuilder fresh = new StringBuilder();
    Matcher examples = EXAMPLE.matcher(page);
    int count = 0;
    while (examples.find()) {
      String begin = examples.group().substring(0, examples.group().indexOf('\n') + 1);
      String table = table(examples.group(1), examples.group(2), numbers(examples.group(3)));
      examples.appendReplacement(fresh, Matcher.quoteReplacement(begin + table + END));
      count++;
    }
    examples.appendTail(fresh);
    assertThat(count).isGreaterThanOrEqualTo(CASES);
    check(
        page,
        SWITCHES
            .matcher(fresh)
            .replaceFirst(Matcher.quoteReplacement("<!-- switches -->\n" + switches() + END)));
  }

  private static void check(String page, String fresh) throws IOException {
    if (Boolean.getBoolean("daybook.write-docs")) {
      Files.writeString(PAGE, fresh);
      return;
    }
    assertThat(page)
        .as("docs/accounting.md; -Ddaybook.write-docs=true writes its examples anew")
        .isEqualTo(fresh);
  }

  /** Every case has a heading and an example of its own, whose test cites it. */
  @Test
  void everyCaseIsThereInOrderWithAnExampleThatCitesIt() throws Exception {
    String page = page();
    List<MatchResult> headings = HEADING.matcher(page).results().toList();
    assertThat(headings)
        .extracting(heading -> Integer.parseInt(heading.group(1)))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, CASES).boxed().toList());
    for (int index = 0; index < headings.size(); index++) {
      int end = index + 1 < headings.size() ? headings.get(index + 1).start() : page.length();
      String number = headings.get(index).group(1);
      Set<String> cited = new TreeSet<>();
      Matcher examples = EXAMPLE.matcher(page.substring(headings.get(index).start(), end));
      while (examples.find()) {
        cited.addAll(tags(method(examples.group(1), examples.group(2))));
      }
      assertThat(cited)
          .as("what the examples of case %s cite", number)
          .anyMatch(tag -> tag.matches("accounting-" + number + "[a-z]?"));
    }
  }

  private static List<String> tags(Method test) {
    return Arrays.stream(test.getAnnotationsByType(Tag.class)).map(Tag::value).toList();
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.strip().split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(Integer::parseInt)
        .toList();
  }

  private static Class<?> test(String name) throws ClassNotFoundException {
    String base = AccountingPageTest.class.getPackageName();
    try {
      return Class.forName(base + "." + name);
    } catch (ClassNotFoundException elsewhere) {
      return Class.forName(base + ".operations." + name);
    }
  }

  private static Method method(String test, String name) throws ReflectiveOperationException {
    Method method = test(test).getDeclaredMethod(name);
    method.setAccessible(true);
    return method;
  }

  private static String table(String test, String name, List<Integer> wanted)
      throws ReflectiveOperationException {
    Method method = method(test, name);
    List<Event> events =
        Recording.of(() -> {
          Constructor<?> made = test(test).getDeclaredConstructor();
          made.setAccessible(true);
          Object _ = method.invoke(made.newInstance());
        });
    List<Row> rows = rows(events);
    List<Row> shown =
        wanted.isEmpty() ? rows : wanted.stream().map(number -> rows.get(number - 1)).toList();
    assertThat(shown).as("entries of %s.%s", test, name).isNotEmpty();
    return "| What is told | Debit | Credit |\n|---|---|---|\n"
        + shown.stream().map(AccountingPageTest::row).collect(Collectors.joining());
  }

  /** An entry belongs to what was told or looked at before it; what was told before that comes first. */
  private static List<Row> rows(List<Event> events) {
    List<Row> rows = new ArrayList<>();
    List<String> before = new ArrayList<>();
    Optional<String> told = Optional.empty();
    Optional<String> looked = Optional.empty();
    for (Event event : events) {
      switch (event) {
        case Event.Before(List<Fact> facts) -> {
          told.ifPresent(before::add);
          told = Optional.empty();
          before.add(FactWords.of(facts));
        }
        case Event.Told(List<Fact> facts, SortedMap<String, Long> effect) -> {
          told.ifPresent(before::add);
          told = Optional.of(FactWords.of(facts));
          looked = Optional.empty();
          if (effect.isEmpty()) {
            rows.add(new Row(said(before, told.get()), ""));
            before.clear();
            told = Optional.empty();
          }
        }
        case Event.Looked(String at) -> {
          told.ifPresent(before::add);
          told = Optional.empty();
          looked = Optional.of(at);
        }
        case Event.Entry(String text) -> {
          Optional<String> now = told.isPresent() ? told : looked;
          if (now.isPresent()) {
            rows.add(new Row(said(before, now.get()), text));
          } else if (!before.isEmpty()) {
            rows.add(new Row(String.join("; ", before), text));
          }
          before.clear();
          told = Optional.empty();
          looked = Optional.empty();
        }
      }
    }
    return rows;
  }

  private static String said(List<String> before, String now) {
    return before.isEmpty() ? now : "_" + String.join("; ", before) + "_<br>" + now;
  }

  private static String row(Row row) {
    return "| "
        + row.what()
        + " | "
        + (row.entry().isEmpty() ? "nothing" : side(row.entry(), "Dr"))
        + " | "
        + side(row.entry(), "Cr")
        + " |\n";
  }

  private static String side(String entry, String side) {
    return LEG.matcher(entry)
        .results()
        .filter(leg -> leg.group(1).equals(side))
        .map(leg ->
            leg.group(2)
                + " "
                + ChartOfAccounts.name(AccountCode.parse(leg.group(2)))
                + " "
                + leg.group(3))
        .collect(Collectors.joining("<br>"));
  }

  private static String switches() {
    StringBuilder rows =
        new StringBuilder(
            "| switch | what it decides | default | US | EU | UK |\n|---|---|---|---|---|---|\n");
    List<PolicySwitches.Switch> us = PolicySwitches.of(Policy.unitedStates());
    List<PolicySwitches.Switch> eu = PolicySwitches.of(Policy.europeanUnion());
    List<PolicySwitches.Switch> uk = PolicySwitches.of(Policy.unitedKingdom());
    for (int index = 0; index < us.size(); index++) {
      PolicySwitches.Switch one = us.get(index);
      rows.append("| `")
          .append(one.name())
          .append("` | ")
          .append(one.meaning())
          .append(" | ")
          .append(plain(one.standard()))
          .append(differs(one))
          .append(differs(eu.get(index)))
          .append(differs(uk.get(index)))
          .append(" |\n");
    }
    return rows.toString();
  }

  private static String differs(PolicySwitches.Switch one) {
    return " | " + (one.value().equals(one.standard()) ? "" : plain(one.value()));
  }

  private static String plain(String value) {
    return value.equals("{}") ? "none" : "`" + value + "`";
  }
}
