package io.daybook.posting.requirement;

import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeDifference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What two currencies that meet under one reference require: each is closed through 1019, which is worth nothing, and what
 * their values differ by is realised exchange (case 51).
 */
public final class ExchangeRequirements {
  private ExchangeRequirements() {}

  /** One entry that closes all that was found. */
  public static Required of(SubjectId subject, Facts facts, Rules rules) {
    return facts
        .one(ExchangeDifference.class)
        .filter(found -> !found.open().isEmpty())
        .map(found ->
            new Required(
                List.of(
                    new Occasion(
                        "exchange/" + found.account() + "/" + found.reference(),
                        "Exchange under " + found.reference(),
                        found.day().atStartOfDay(rules.zone()).toInstant(),
                        found.day(),
                        legs(found, rules.currency()),
                        Occasion.Values.TOLD)),
                List.of(),
                Optional.empty()))
        .orElse(Required.nothing());
  }

  private static List<Leg> legs(ExchangeDifference found, CurrencyCode own) {
    AccountCode account = AccountCode.parse(found.account());
    List<Leg> legs = new ArrayList<>();
    long realised = 0;
    long foreign = 0;
    long ownOpen = 0;
    for (ExchangeDifference.Open open : found.open()) {
      legs.add(
          new Leg(
              account,
              open.currency(),
              Math.negateExact(open.minor()),
              Math.negateExact(open.valueMinor()),
              Optional.of(found.reference())));
      realised = Math.addExact(realised, open.valueMinor());
      if (open.currency().equals(own)) {
        ownOpen = Math.addExact(ownOpen, open.minor());
      } else {
        foreign = Math.addExact(foreign, open.valueMinor());
        legs.add(
            new Leg(
                Accounts.CURRENCY_EXCHANGE,
                open.currency(),
                open.minor(),
                open.valueMinor(),
                Optional.empty()));
      }
    }
    long through = Math.subtractExact(ownOpen, realised);
    if (through != 0) {
      legs.add(new Leg(Accounts.CURRENCY_EXCHANGE, own, through, through, Optional.empty()));
    }
    if (realised != 0) {
      legs.add(new Leg(Accounts.EXCHANGE, own, realised, realised, Optional.empty()));
    }
    return legs;
  }
}
