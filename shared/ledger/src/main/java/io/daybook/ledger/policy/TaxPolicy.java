package io.daybook.ledger.policy;

import java.util.Comparator;
import java.util.Map;

/**
 * Tax, as far as law differs by country.
 *
 * @param facilitator tax that a marketplace collects and remits itself: through 2020, or not at all where the processor's
 *     own transactions are net of it (cases 4 and 5); default gross
 * @param fees tax on processors' fees (case 3); default not recoverable
 * @param feesBy the same by processor, such as {@code stripe}, where it differs
 * @param restockingFee whether a fee kept from a refund holds tax (case 34); default not
 * @param deposit whether a forfeited deposit stays taxed (case 74); default taxed
 * @param badDebt tax on a bad debt (case 60); default no relief
 * @param badDebtMonths how many months after the supply relief can be claimed at the earliest; default 0, the UK has 6
 * @param vouchers what a gift card is that is sold (case 76); default what its sale says
 * @param elsewhere the rule for every jurisdiction without one; default due at payment
 * @param rules by jurisdiction or the beginning of one, the longest that fits: {@code US} fits {@code US-NY}
 */
public record TaxPolicy(
    Facilitator facilitator,
    FeeTax fees,
    Map<String, FeeTax> feesBy,
    Kept restockingFee,
    Kept deposit,
    TaxRelief badDebt,
    int badDebtMonths,
    Vouchers vouchers,
    TaxRule elsewhere,
    Map<String, TaxRule> rules) {
  /** How tax is shown that somebody else owes to the authority. */
  public enum Facilitator {
    /** In and out of 2020, which is 0 per order once it was withheld. */
    GROSS,
    /** Not at all: allowed only where the processor's own transactions are net of it. */
    NET
  }

  /** Whether money that is kept holds tax. */
  public enum Kept {
    /** It does, at the rate of what it was kept from. */
    TAXED,
    /** It does not. */
    NOT_TAXED
  }

  /**
   * What a gift card is to the authority (Art. 30a and 30b of the EU's directive, the UK since 2019). The platform's tax on
   * its sale is posted whatever this says; a sale that says otherwise is an exception.
   */
  public enum Vouchers {
    /** A card that was taxed when it was sold is a single-purpose voucher, any other is not. */
    BY_SALE,
    /** All are: taxed when sold, and what they pay for bears no tax again. */
    SINGLE_PURPOSE,
    /** None is: tax is due on what they pay for. */
    MULTI_PURPOSE
  }

  /** Copies the maps; refuses negative months. */
  public TaxPolicy {
    if (badDebtMonths < 0) {
      throw new IllegalArgumentException("months are " + badDebtMonths + ", expected at least 0");
    }
    feesBy = KeyOrder.copyOf(feesBy);
    rules = KeyOrder.copyOf(rules);
  }

  /** What a book starts with. */
  public static TaxPolicy standard() {
    return new TaxPolicy(
        Facilitator.GROSS,
        FeeTax.of(FeeTax.Treatment.NOT_RECOVERABLE),
        Map.of(),
        Kept.NOT_TAXED,
        Kept.TAXED,
        TaxRelief.NONE,
        0,
        Vouchers.BY_SALE,
        new TaxRule("", TaxPoint.PAYMENT),
        Map.of());
  }

  /** What holds for a jurisdiction. */
  public TaxRule rule(String jurisdiction) {
    return rules.entrySet().stream()
        .filter(rule -> jurisdiction.startsWith(rule.getKey()))
        .max(Comparator.comparingInt(rule -> rule.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse(elsewhere);
  }

  /** What holds for the fees of a processor. */
  public FeeTax feeTax(String platform) {
    return feesBy.getOrDefault(platform, fees);
  }

  /** With facilitators' tax shown otherwise. */
  public TaxPolicy with(Facilitator other) {
    return new TaxPolicy(
        other,
        fees,
        feesBy,
        restockingFee,
        deposit,
        badDebt,
        badDebtMonths,
        vouchers,
        elsewhere,
        rules);
  }

  /** With tax on every processor's fees treated otherwise. */
  public TaxPolicy with(FeeTax other) {
    return new TaxPolicy(
        facilitator,
        other,
        feesBy,
        restockingFee,
        deposit,
        badDebt,
        badDebtMonths,
        vouchers,
        elsewhere,
        rules);
  }

  /** With a processor's fees treated otherwise than the others'. */
  public TaxPolicy withFeesBy(Map<String, FeeTax> other) {
    return new TaxPolicy(
        facilitator,
        fees,
        other,
        restockingFee,
        deposit,
        badDebt,
        badDebtMonths,
        vouchers,
        elsewhere,
        rules);
  }

  /** With a restocking fee that holds tax, or does not. */
  public TaxPolicy withRestockingFee(Kept other) {
    return new TaxPolicy(
        facilitator,
        fees,
        feesBy,
        other,
        deposit,
        badDebt,
        badDebtMonths,
        vouchers,
        elsewhere,
        rules);
  }

  /** With a forfeited deposit that stays taxed, or does not. */
  public TaxPolicy withDeposit(Kept other) {
    return new TaxPolicy(
        facilitator,
        fees,
        feesBy,
        restockingFee,
        other,
        badDebt,
        badDebtMonths,
        vouchers,
        elsewhere,
        rules);
  }

  /** With relief for bad debts, or without. */
  public TaxPolicy withBadDebt(TaxRelief other) {
    return new TaxPolicy(
        facilitator,
        fees,
        feesBy,
        restockingFee,
        deposit,
        other,
        badDebtMonths,
        vouchers,
        elsewhere,
        rules);
  }

  /** With relief for bad debts only after some months. */
  public TaxPolicy withBadDebtMonths(int other) {
    return new TaxPolicy(
        facilitator,
        fees,
        feesBy,
        restockingFee,
        deposit,
        badDebt,
        other,
        vouchers,
        elsewhere,
        rules);
  }

  /** With gift cards that are something else. */
  public TaxPolicy with(Vouchers other) {
    return new TaxPolicy(
        facilitator,
        fees,
        feesBy,
        restockingFee,
        deposit,
        badDebt,
        badDebtMonths,
        other,
        elsewhere,
        rules);
  }

  /** With other rules by jurisdiction, and one for all others. */
  public TaxPolicy withRules(TaxRule others, Map<String, TaxRule> other) {
    return new TaxPolicy(
        facilitator,
        fees,
        feesBy,
        restockingFee,
        deposit,
        badDebt,
        badDebtMonths,
        vouchers,
        others,
        other);
  }
}
