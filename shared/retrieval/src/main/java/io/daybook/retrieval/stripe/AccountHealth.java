package io.daybook.retrieval.stripe;

import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Health;
import io.daybook.retrieval.stripe.StripeApi.Single;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks Stripe whose key it is and what it may read. A restricted key may read some lists and not others. */
final class AccountHealth {
  private static final int FORBIDDEN = 403;

  /** What is lost without a list (docs/sources/stripe.md). */
  private static final Map<String, String> NEEDED = new LinkedHashMap<>();

  static {
    NEEDED.put("balance_transactions", "no money of Stripe can be posted");
    NEEDED.put("payouts", "no payout can be read or proven");
    NEEDED.put("events", "what webhooks did not tell is not found");
    NEEDED.put("charges", "charges that no webhook told are not found");
    NEEDED.put("disputes", "no dispute can be read");
  }

  private final StripeApi api;

  AccountHealth(StripeApi api) {
    this.api = api;
  }

  Health of(String account) {
    List<String> remarks = new ArrayList<>();
    switch (api.get("/v1/account")) {
      case Single.Found found -> {
        String id = found.object().path("id").asText("");
        if (!id.equals(account)) {
          return new Health.OtherAccount(
              "the key is of the account '" + id + "', and not of '" + account + "'");
        }
      }
      case Single.Failed(Fetched.Refused refused) when refused.status() == FORBIDDEN ->
          remarks.add(
              "The key may not say whose it is, so that nobody can tell whether it is this account's.");
      case Single.Failed failed -> {
        return new Health.Ill(Failures.words(failed.outcome()));
      }
    }
    NEEDED.forEach((list, lost) -> {
      if (isForbidden(api.get("/v1/" + list + "?limit=1"))) {
        remarks.add("The key may not read " + list + ": " + lost + ".");
      }
    });
    if (isForbidden(api.get(PayoutReports.TYPE_PATH))) {
      remarks.add(
          "The key may not run reports: no payout is compared with Stripe's own report of it.");
    }
    return new Health.Well(remarks);
  }

  private static boolean isForbidden(Single answer) {
    return answer instanceof Single.Failed(Fetched.Refused(int status, _)) && status == FORBIDDEN;
  }
}
