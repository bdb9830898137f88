package io.daybook.portal.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A platform's form.
 *
 * @param platform its name as people write it
 * @param formKey what the form carries
 * @param action where it goes
 * @param back to the list of platforms
 * @param scopes what its API must let us do
 * @param account what the account there is
 * @param address what to say of the API's address, if it may be given
 * @param hub whether the hub's own address is asked for, because only the person knows it
 * @param gateway whether it is asked what shops call it
 * @param secrets what is asked for and never shown again
 * @param typed what was typed before, by field; no secret
 * @param install where a person is sent to let the hub's own app in, if it has one there
 * @param problems why it was not connected, if it was not
 */
public record ConnectView(
    String platform,
    String formKey,
    String action,
    String back,
    List<String> scopes,
    String account,
    Optional<String> address,
    boolean hub,
    boolean gateway,
    List<SecretField> secrets,
    Map<String, String> typed,
    Optional<String> install,
    List<String> problems) {
  /** A secret that is asked for. */
  public record SecretField(String name, String words, boolean required) {}

  /** Copies the lists. */
  public ConnectView {
    scopes = List.copyOf(scopes);
    secrets = List.copyOf(secrets);
    typed = Map.copyOf(typed);
    problems = List.copyOf(problems);
  }

  /** What was typed into a field. */
  public String value(String field) {
    return typed.getOrDefault(field, "");
  }
}
