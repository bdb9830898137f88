package io.daybook.posting.requirement;

import io.daybook.events.EnteredLeg;
import io.daybook.events.ManualEntry;
import io.daybook.events.Reversal;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import java.util.List;
import java.util.Optional;

/**
 * What entries that people made require: exactly the legs entered. That they balance and name accounts of the chart was
 * checked when the act was accepted; the entry refuses them otherwise.
 */
public final class EnteredRequirements {
  private EnteredRequirements() {}

  /** A manual entry. */
  public static Required manual(SubjectId subject, Facts facts, Rules rules) {
    return facts
        .one(ManualEntry.class)
        .map(entry ->
            one(
                new Occasion(
                    "manual/" + entry.id(),
                    entry.memo(),
                    entry.day().atStartOfDay(rules.zone()).toInstant(),
                    entry.day(),
                    legs(entry.legs()),
                    Occasion.Values.TOLD)))
        .orElse(Required.nothing());
  }

  /** The reversal of an entry. */
  public static Required reversal(SubjectId subject, Facts facts, Rules rules) {
    return facts
        .one(Reversal.class)
        .map(reversal ->
            one(
                new Occasion(
                    "reversal",
                    "Reversal of " + Reversal.id(reversal.subject(), reversal.step()),
                    reversal.day().atStartOfDay(rules.zone()).toInstant(),
                    reversal.day(),
                    legs(reversal.legs()),
                    Occasion.Values.TOLD)))
        .orElse(Required.nothing());
  }

  private static Required one(Occasion occasion) {
    return new Required(List.of(occasion), List.of(), Optional.empty());
  }

  private static List<Leg> legs(List<EnteredLeg> entered) {
    return entered.stream()
        .map(leg ->
            new Leg(
                AccountCode.parse(leg.account()),
                leg.currency(),
                leg.minor(),
                leg.valueMinor(),
                leg.reference()))
        .toList();
  }
}
