package io.daybook.sources.platform;

import io.daybook.events.Fact;
import io.daybook.events.Gateway;
import io.daybook.sources.Secret;
import io.daybook.sources.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform that can be connected: all that differs from one to the next, apart from its language and its API. */
public interface Platform {
  /** Its language, under whose name it is known everywhere. */
  Source source();

  /** Its name as people write it, such as {@code Adobe Commerce}. */
  String title();

  /** What the account there is, with an example: {@code the shop's domain, such as blue-cup.myshopify.com}. */
  String account();

  /** Why an account cannot be meant as written, if so: the rest of a sentence that begins with "The account ". */
  default Optional<String> complaint(String account) {
    return account.isBlank() ? Optional.of("is empty") : Optional.empty();
  }

  /** Where its API is asked. */
  ApiAddress api();

  /** What lets us into its API, in the order in which it is asked for; none if it has no API. */
  List<Credential> credentials();

  /**
   * What is kept of the credentials that were given, for platforms where one may stand for another.
   *
   * @param webhook the secret of its webhooks
   * @throws IllegalArgumentException with a sentence for the person, if it is too little
   */
  default Map<String, Secret> kept(Optional<Secret> webhook, Map<String, Secret> given) {
    return given;
  }

  /** How its webhooks are believed. */
  Webhooks webhooks();

  /** What its API must let us do, as its settings name it; none if it does not tell such things apart. */
  default List<String> scopes() {
    return List.of();
  }

  /** What a person does there with the webhook address, where its API does not register it by itself: a sentence. */
  default String byHand() {
    return "Have " + title() + " send its webhooks to this address.";
  }

  /** The webhook address as the platform is to be told it, where the address itself carries the secret. */
  default String told(String address) {
    return address;
  }

  /** What shops call it as a processor, if it is one whose balance transactions are the authority on its money. */
  Optional<Gateway> gateway();

  /**
   * When what a fact says happened, if webhooks tell such facts and it has a time of its own: what a sweep finds of these,
   * and no webhook told, was missed.
   */
  Optional<Instant> pushedAt(Fact fact);

  /** What the law has a person ask for by such a message, for the audit trail; absent if it is no such message. */
  default Optional<String> privacyRequest(String topic) {
    return Optional.empty();
  }

  /** What such a message asks and of whom; absent if it is none, or names nobody. */
  default Optional<PersonalAsk> personalAsk(String topic, byte[] body) {
    return Optional.empty();
  }

  /** As in addresses and commands, such as {@code shopify}. */
  default String name() {
    return source().name();
  }
}
