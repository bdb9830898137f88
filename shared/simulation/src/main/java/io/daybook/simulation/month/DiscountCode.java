package io.daybook.simulation.month;

/** What customers may type at checkout. */
public enum DiscountCode {
  /** Ten percent off every line. */
  AUTUMN10("percentage", "10.0"),
  /** Five dollars off the goods. */
  WELCOME5("fixed_amount", "5.0"),
  /** Shipping for nothing. */
  FREESHIP("percentage", "100.0");

  private final String valueType;
  private final String value;

  DiscountCode(String valueType, String value) {
    this.valueType = valueType;
    this.value = value;
  }

  /** The platform's word for how the value is meant. */
  public String valueType() {
    return valueType;
  }

  /** The value, as the platform writes it. */
  public String value() {
    return value;
  }

  /** Whether it is taken off the shipping, not off the goods. */
  public boolean onShipping() {
    return this == FREESHIP;
  }
}
