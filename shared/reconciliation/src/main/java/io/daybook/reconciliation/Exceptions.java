package io.daybook.reconciliation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.SubjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The exceptions list of a book. Who finds discrepancies says anew, each time it looks, what is wrong with a subject;
 * what is no longer wrong leaves the list. Saying the same again writes nothing.
 */
public final class Exceptions {
  /** Who finds discrepancies; nobody replaces another's. */
  public enum By {
    /** Posting, of the subject that it posts. */
    POST("post"),
    /** Reconciliation, of what it compares. */
    RECONCILE("reconcile");

    private final String code;

    By(String code) {
      this.code = code;
    }

    private String scope(String subject) {
      return code + "/" + subject;
    }

    private Optional<String> subject(String scope) {
      return scope.startsWith(code + "/")
          ? Optional.of(scope.substring(code.length() + 1))
          : Optional.empty();
    }
  }

  /** How lists and files sort discrepancies: by kind and subject, then by everything else. */
  public static final Comparator<Discrepancy> ORDER =
      Comparator.comparing(Discrepancy::kind)
          .thenComparing(Discrepancy::subject)
          .thenComparing(found -> found.currency().map(Object::toString).orElse(""))
          .thenComparingLong(Discrepancy::minor)
          .thenComparing(Discrepancy::reason);

  private static final TypeReference<List<Discrepancy>> LIST = new TypeReference<>() {};
  private static final int MAX_TRIES = 20;

  private final StateStore state;

  /** The list in a book's state. */
  public Exceptions(StateStore state) {
    this.state = state;
  }

  /** Makes what is wrong with a subject, as one finder sees it, these discrepancies; none takes it off the list. */
  public void replace(By by, SubjectId subject, List<Discrepancy> now) {
    write(by.scope(subject.toString()), now);
  }

  /** Makes all that one finder sees these discrepancies, each kept under its own subject. */
  public void replaceAll(By by, List<Discrepancy> now) {
    Map<String, List<Discrepancy>> bySubject =
        now.stream()
            .collect(
                Collectors.groupingBy(Discrepancy::subject, TreeMap::new, Collectors.toList()));
    for (Item item : state.list(Kind.EXCEPTION)) {
      by.subject(item.id())
          .filter(subject -> !bySubject.containsKey(subject))
          .ifPresent(gone -> write(item.id(), List.of()));
    }
    bySubject.forEach((subject, found) -> write(by.scope(subject), found));
  }

  /**
   * All that is wrong, each once, in {@link #ORDER}. What posting sees of a bank line, a statement or a dispute by itself,
   * reconciliation sees better: its word on it replaces posting's.
   */
  public List<Discrepancy> list() {
    List<Discrepancy> posts = new ArrayList<>();
    List<Discrepancy> reconciles = new ArrayList<>();
    for (Item item : state.list(Kind.EXCEPTION)) {
      (By.POST.subject(item.id()).isPresent() ? posts : reconciles)
          .addAll(StateJson.read(item, LIST));
    }
    Set<String> known =
        reconciles.stream().flatMap(found -> topic(found).stream()).collect(Collectors.toSet());
    posts.removeIf(found -> topic(found).filter(known::contains).isPresent());
    return Stream.concat(posts.stream(), reconciles.stream()).distinct().sorted(ORDER).toList();
  }

  /** What a discrepancy is about, if it is something that posting and reconciliation both look at. */
  private static Optional<String> topic(Discrepancy found) {
    return switch (found.kind()) {
      case BANK_LINE_UNKNOWN,
          BANK_LINE_SUGGESTION,
          STATEMENT_DOES_NOT_ADD_UP,
          DISPUTE_WITHOUT_ORDER ->
          Optional.of(found.subject());
      case PAYOUT_DOES_NOT_TIE,
          PAYOUT_UNATTRIBUTED,
          PAYOUT_NOT_IN_BANK,
          PAYMENT_UNCLAIMED,
          REFUND_UNCLAIMED,
          TRANSACTION_TYPE_UNKNOWN,
          CHARGE_WITHOUT_TRANSACTION,
          COST_UNKNOWN,
          ORDER_DOES_NOT_ADD_UP,
          OVER_REFUNDED,
          CONFLICT,
          SETTLEMENT_DIFFERS,
          RULES_CHANGED,
          RATE_UNKNOWN,
          CARD_ORIGIN_UNKNOWN,
          DELIVERY_ASSUMED,
          VOUCHER_TAX,
          NOT_ALLOWED,
          SUBJECT_FULL,
          LATE_FACT,
          BEHIND_FENCE,
          LOAN_UNKNOWN,
          ALLOCATION_DOES_NOT_ADD_UP,
          PAYOUT_REPORT_DIFFERS ->
          Optional.empty();
    };
  }

  /** The subjects of which a finder says that something is wrong. */
  public Set<String> subjects(By by) {
    return state.list(Kind.EXCEPTION).stream()
        .flatMap(item -> by.subject(item.id()).stream())
        .collect(Collectors.toSet());
  }

  /** The subjects of which posting says that this is wrong. */
  public SortedSet<SubjectId> subjects(Discrepancy.Kind kind) {
    SortedSet<SubjectId> subjects = new TreeSet<>(Comparator.comparing(SubjectId::toString));
    for (Item item : state.list(Kind.EXCEPTION)) {
      By.POST
          .subject(item.id())
          .filter(subject ->
              StateJson.read(item, LIST).stream().anyMatch(found -> found.kind() == kind))
          .ifPresent(subject -> subjects.add(SubjectId.parse(subject)));
    }
    return subjects;
  }

  private void write(String scope, List<Discrepancy> now) {
    String json = StateJson.write(now.stream().distinct().sorted(ORDER).toList());
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Item> held = state.get(Kind.EXCEPTION, scope);
      long version = held.map(Item::version).orElse(0L);
      if (held.map(Item::json).orElse("[]").equals(json)) {
        return;
      }
      boolean done =
          now.isEmpty()
              ? state.delete(Kind.EXCEPTION, scope, version)
              : state.put(new StateStore.Write(Kind.EXCEPTION, scope, version, json));
      if (done) {
        return;
      }
    }
    throw new IllegalStateException(
        "the exceptions of " + scope + " changed " + MAX_TRIES + " times meanwhile");
  }
}
