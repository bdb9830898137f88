package io.daybook.posting;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Dimensions;
import io.daybook.events.OrderState;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Chart;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Mapping;
import io.daybook.ledger.MappingLine;
import io.daybook.ledger.OwnNumber;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.TaxMark;
import io.daybook.posting.order.LineAccounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Occasion;
import io.daybook.posting.requirement.Required;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says of what is required where it was sold, and on which of the accountant's own accounts each leg is shown. Amounts by
 * default account, reference and tax are the same afterwards, whatever a mapping says (decision 27).
 */
final class Shown {
  private static final int TAX = 2010;

  private record Place(
      AccountCode account,
      CurrencyCode currency,
      Optional<Reference> reference,
      Optional<TaxMark> tax,
      Optional<OwnNumber> own) {}

  private record Sum(long minor, long valueMinor) {
    static Sum of(Leg leg) {
      return new Sum(leg.minor(), leg.valueMinor());
    }

    Sum plus(Sum other) {
      return new Sum(
          Math.addExact(minor, other.minor), Math.addExact(valueMinor, other.valueMinor));
    }
  }

  private final Chart.Keeping keeping;
  private final Mapping mapping;
  private final Origin connection;
  private final Optional<Dimensions> dimensions;
  private final Optional<LineAccounts> lines;

  private Shown(
      Chart.Keeping keeping,
      Mapping mapping,
      Origin connection,
      Optional<Dimensions> dimensions,
      Optional<LineAccounts> lines) {
    this.keeping = keeping;
    this.mapping = mapping;
    this.connection = connection;
    this.dimensions = dimensions;
    this.lines = lines;
  }

  /** What a subject requires, shown as its rules say. A reversal stays where what it reverses is shown. */
  static Required of(SubjectId subject, Facts facts, Rules rules, Required required) {
    if (subject.kind() == SubjectId.Kind.REVERSAL) {
      return required;
    }
    Optional<OrderState> order =
        subject.kind() == SubjectId.Kind.ORDER ? facts.one(OrderState.class) : Optional.empty();
    Optional<Dimensions> sold =
        order
            .map(told -> Dimensions.of(told.channel(), told.location()))
            .filter(said -> !said.isNone());
    Shown shown =
        new Shown(
            rules.chart().dimensions(),
            mapping(subject, facts, rules, required),
            subject.origin(),
            sold,
            order.map(LineAccounts::new));
    List<Occasion> occasions =
        required.occasions().stream()
            .map(shown::occasion)
            .filter(occasion -> !occasion.legs().isEmpty())
            .toList();
    return new Required(occasions, required.discrepancies(), required.due(), required.rates());
  }

  /**
   * One mapping for all that a subject ever posts: that of its governing day, or of the first day that it posts on where none
   * governs it. What an account took is given back by the same one.
   */
  private static Mapping mapping(SubjectId subject, Facts facts, Rules rules, Required required) {
    return Governing.day(subject, facts, rules)
        .or(() -> required.occasions().stream().map(Occasion::day).min(Comparator.naturalOrder()))
        .map(rules.chart()::mappingOn)
        .orElse(rules.chart().mapping());
  }

  private Occasion occasion(Occasion required) {
    Map<Place, Sum> sums = new LinkedHashMap<>();
    for (Leg leg : required.legs()) {
      Optional<LineAccounts.Sold> line = lines.flatMap(known -> known.line(leg.account()));
      AccountCode account =
          line.isPresent() ? AccountCode.of(leg.account().number()) : leg.account();
      Optional<OwnNumber> own = leg.own().or(() -> own(account, line));
      sums.merge(
          new Place(account, leg.currency(), leg.reference(), leg.tax(), own),
          Sum.of(leg),
          Sum::plus);
    }
    List<Leg> legs =
        sums.entrySet().stream()
            .filter(sum -> sum.getValue().minor() != 0 || sum.getValue().valueMinor() != 0)
            .map(sum -> leg(sum.getKey(), sum.getValue()))
            .toList();
    return new Occasion(
        required.name(),
        required.memo(),
        required.at(),
        required.day(),
        legs,
        required.values(),
        switch (keeping) {
          case KEPT -> required.dimensions().or(() -> dimensions);
          case NONE -> Optional.empty();
        });
  }

  private Optional<OwnNumber> own(AccountCode account, Optional<LineAccounts.Sold> line) {
    if (mapping.isNone()) {
      return Optional.empty();
    }
    Optional<String> jurisdiction =
        account.number() == TAX && !account.qualifier().isEmpty()
            ? Optional.of(account.qualifier())
            : line.flatMap(LineAccounts.Sold::jurisdiction);
    return mapping
        .line(
            account,
            new MappingLine.Place(
                connection,
                dimensions.flatMap(Dimensions::channel),
                dimensions.flatMap(Dimensions::location),
                line.flatMap(LineAccounts.Sold::productType),
                jurisdiction))
        .map(MappingLine::own);
  }

  private static Leg leg(Place place, Sum sum) {
    return new Leg(
        place.account,
        place.currency,
        sum.minor,
        sum.valueMinor,
        place.reference,
        place.tax,
        place.own);
  }
}
