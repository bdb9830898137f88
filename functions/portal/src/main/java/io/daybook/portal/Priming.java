package io.daybook.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.ledger.StoreFailure;
import io.daybook.portal.session.Sessions;
import io.daybook.portal.session.Token;
import io.daybook.storage.deployment.Deployment;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.crac.Context;
import org.crac.Resource;

/**
 * Before the snapshot is taken: loads what the first page would load, by showing an empty list to nobody and reading one item
 * that is not there. Makes no token, so that none is in the snapshot.
 */
final class Priming implements Resource {
  private static final Logger LOG = System.getLogger("io.daybook.portal");

  /** One that nobody was given: all zero bits. */
  private static final String NOBODY = "A".repeat(43);

  private static final String REQUEST =
      """
      {"version":"2.0","rawPath":"/","rawQueryString":"","headers":{"host":"127.0.0.1"},
       "requestContext":{"http":{"method":"GET","path":"/"}},"isBase64Encoded":false}
      """;

  private final Deployment deployment;
  private final Portal portal;

  Priming(Deployment deployment, Portal portal) {
    this.deployment = deployment;
    this.portal = portal;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws Exception {
    HttpAnswer _ = portal.answer(HttpRequest.read(new ObjectMapper().readTree(REQUEST)));
    HttpAnswer _ = portal.pages().prime();
    try {
      var _ =
          Token.parse(NOBODY)
              .flatMap(token ->
                  new Sessions(deployment.stores(), deployment.clock())
                      .find(token, Sessions.By.TIMER));
    } catch (StoreFailure notNow) {
      // What is not primed is loaded by the first request.
      LOG.log(Level.WARNING, "the store was not primed", notNow);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing here is random, and the SDK's clients connect anew by themselves.
  }
}
