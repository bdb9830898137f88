package io.daybook.events;

/**
 * Why a line bears no tax (case 85). The base is reported all the same.
 *
 * @param reason a code, such as {@code export}, {@code reverse-charge} or {@code resale}
 * @param evidence id of what proves it: a certificate, a VAT id check, an export proof; empty if the platform has none
 */
public record Exemption(String reason, String evidence) {
  /** Refuses a blank reason. */
  public Exemption {
    Text.requireId(reason, "reason");
  }
}
