package io.daybook.simulation.month;

/**
 * A made-up customer. What is here identifies a person and must never reach a ledger.
 *
 * @param id the shop's id
 * @param firstName first name
 * @param lastName last name
 * @param email under {@code example.com}
 * @param street street and number
 * @param zip postal code
 * @param region the state it ships to
 */
public record Customer(
    long id,
    String firstName,
    String lastName,
    String email,
    String street,
    String zip,
    Region region) {
  /** First and last name. */
  public String name() {
    return firstName + " " + lastName;
  }
}
