package io.daybook.portal.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** As what a person signs in. */
public enum Role {
  /** Whose shop it is. */
  MERCHANT("merchant", Duration.ofDays(30), Duration.ofDays(7)),
  /** Who keeps or audits the books. */
  ACCOUNTANT("accountant", Duration.ofDays(30), Duration.ofDays(7)),
  /** Who runs the hub: acts, so the session is short. */
  OPS("ops", Duration.ofHours(12), Duration.ofHours(2));

  private final String code;
  private final Duration longest;
  private final Duration idle;

  Role(String code, Duration longest, Duration idle) {
    this.code = code;
    this.longest = longest;
    this.idle = idle;
  }

  /** As the command and people call it. */
  public String code() {
    return code;
  }

  /** How long a session lasts at most. */
  public Duration longest() {
    return longest;
  }

  /** After how long without a look at a page a session ends. */
  public Duration idle() {
    return idle;
  }

  /** Whether pages that need this are shown. */
  public boolean may(Permission permission) {
    return switch (permission) {
      case READ_BOOK, IMPORT_FILES -> true;
      case EXPORT_BOOK -> this != MERCHANT;
      case CONNECT -> this != ACCOUNTANT;
      case OPERATE -> this == OPS;
    };
  }

  /**
   * The inverse of {@link #code}.
   *
   * @throws IllegalArgumentException naming the roles there are
   */
  public static Role parse(String code) {
    return Arrays.stream(values())
        .filter(role -> role.code.equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "role is '"
                    + code
                    + "', expected one of "
                    + Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", "))));
  }
}
