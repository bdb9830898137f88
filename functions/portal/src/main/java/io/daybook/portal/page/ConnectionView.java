package io.daybook.portal.page;

import java.util.List;

/**
 * One connection: where its webhooks go, new secrets, its end.
 *
 * @param hook the webhook address as the platform is told it
 * @param byHand what to do with it there
 * @param registered whether the platform has it already
 * @param facts what else there is to know, label and text
 * @param rotateHref where new secrets go
 * @param disconnectHref where its end goes
 * @param secrets what may be given anew
 */
public record ConnectionView(
    String name,
    String platform,
    Badge state,
    String formKey,
    String back,
    String hook,
    String byHand,
    boolean registered,
    List<Fact> facts,
    String rotateHref,
    String disconnectHref,
    List<ConnectView.SecretField> secrets) {
  /** Something to know. */
  public record Fact(String label, String text) {}

  /** Copies the lists. */
  public ConnectionView {
    facts = List.copyOf(facts);
    secrets = List.copyOf(secrets);
  }
}
