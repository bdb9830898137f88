package io.daybook.cloud.deployment;

/** Another command goes on with what this one began. */
final class TakenOver extends DeploymentFailed {
  private static final long serialVersionUID = 1L;

  TakenOver(String message) {
    super(message);
  }
}
