package io.daybook.cloud;

import io.daybook.cloud.deployment.Complaint;
import io.daybook.cloud.deployment.Voice;

/** For scripts: only the report at the end is printed. */
final class SilentVoice implements Voice {
  @Override
  public void say(String sentence) {}

  @Override
  public void goOn(String what) {}

  @Override
  public boolean agrees(String question) throws Complaint {
    throw new Complaint(
        "With --json nobody is asked: give --yes, once the changes were seen without --json.");
  }
}
