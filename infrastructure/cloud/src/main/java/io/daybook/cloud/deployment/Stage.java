package io.daybook.cloud.deployment;

import java.util.regex.Pattern;

/** One running Daybook in an account: {@code prod}, {@code test}, {@code anna}. Has a stack and tables of its own. */
public record Stage(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,14}[a-z0-9])?");

  /** Refuses a name that could not be part of the names of resources. */
  public Stage {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "stage is '"
              + name
              + "', expected up to 16 small letters, digits and hyphens, a letter first");
    }
  }

  /** The CloudFormation stack. */
  public String stackName() {
    return "daybook-" + name;
  }

  @Override
  public String toString() {
    return name;
  }
}
