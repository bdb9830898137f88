package io.daybook.cloud.template;

import software.amazon.awscdk.RemovalPolicy;

/** What becomes of a thing that holds data when its stack goes. */
final class Removal {
  private Removal() {}

  static RemovalPolicy of(Stage stage) {
    return switch (stage.care()) {
      case SERVING, TRIAL -> RemovalPolicy.RETAIN;
      case DISPOSABLE -> RemovalPolicy.DESTROY;
    };
  }

  /** Whether it is protected from deletion besides. */
  static boolean guarded(Stage stage) {
    return switch (stage.care()) {
      case SERVING, TRIAL -> true;
      case DISPOSABLE -> false;
    };
  }
}
