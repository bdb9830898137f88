package io.daybook.sources.square;

import static io.daybook.sources.square.Json.facts;
import static io.daybook.sources.square.Json.money;
import static io.daybook.sources.square.Json.translate;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CashMovement;
import io.daybook.events.CashMovement.Kind;
import io.daybook.sources.Translation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawersTest {
  private static String shift(String state, long expected, long counted, String events) {
    return "{'shift':{'id':'S1','location_id':'L1','state':'"
        + state
        + "','opened_at':'2026-10-05T14:00:00Z','closed_at':'2026-10-06T05:00:00Z',"
        + money("opened_cash_money", 10000)
        + ","
        + money("expected_cash_money", expected)
        + ","
        + money("closed_cash_money", counted)
        + "},'events':["
        + events
        + "]}";
  }

  private static String event(String type, long minor, String description) {
    return "{'id':'E1','event_type':'"
        + type
        + "','created_at':'2026-10-05T16:00:00Z','description':'"
        + description
        + "',"
        + money("event_money", minor)
        + "}";
  }

  private static List<CashMovement> told(String shift) {
    return facts("pull/cash-drawer-shifts", shift, CashMovement.class);
  }

  @Test
  @Tag("accounting-70")
  void aClosedDrawerThatIsShortIsCountedBelowWhatIsExpected() {
    CashMovement counted = told(shift("CLOSED", 10300, 10000, "")).getFirst();
    assertThat(counted.kind()).isEqualTo(Kind.COUNTED);
    assertThat(counted.minor()).isEqualTo(-300);
    assertThat(told(shift("CLOSED", 10000, 10000, ""))).isEmpty();
    assertThat(told(shift("OPEN", 10300, 10000, ""))).isEmpty();
  }

  @ParameterizedTest
  @Tag("accounting-68")
  @Tag("accounting-69")
  @CsvSource({
    "PAID_IN,change,PAID_IN,", "PAID_OUT,6060 milk,PAID_OUT,6060", "PAID_OUT,milk,PAID_OUT,",
    "PAID_OUT,Tips,TIPS_PAID,", "PAID_OUT,bank deposit,BANKED,", "PAID_OUT,12345,PAID_OUT,"
  })
  void whatGoesInAndOutIsNamedByItsReason(String type, String reason, Kind kind, String account) {
    CashMovement moved = told(shift("OPEN", 0, 0, event(type, 706, reason))).getFirst();
    assertThat(moved.kind()).isEqualTo(kind);
    assertThat(moved.minor()).isEqualTo(706);
    assertThat(moved.account().orElse(null)).isEqualTo(account);
  }

  @Test
  void salesInCashAreNotToldTwice() {
    assertThat(told(shift("OPEN", 0, 0, event("CASH_TENDER_PAYMENT", 100, "")))).isEmpty();
    assertThat(translate("pull/cash-drawer-shifts", shift("OPEN", 0, 0, event("JUGGLED", 1, ""))))
        .isEqualTo(new Translation.Unknown("square cash drawer event JUGGLED"));
  }
}
