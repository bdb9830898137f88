package io.daybook.portal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.ledger.StoreFailure;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.crac.Core;

/**
 * The hub's pages: a function-URL event in (payload format 2.0), an answer out. Called by name with {@code {"signIn":…}} it
 * makes a sign-in link instead and answers {@code {"path":…}} or {@code {"error":…}}.
 */
public final class PortalFunction implements RequestStreamHandler {
  private static final Logger LOG = System.getLogger("io.daybook.portal");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Portal portal;
  private final Minting minting;
  private final Place place;

  /** Kept here, for the context that it is registered with holds it weakly. */
  private final Priming priming;

  /** As Lambda creates it: from its environment. */
  public PortalFunction() {
    this(
        Deployment.fromEnvironment(System.getenv()),
        Deployment.drops(System.getenv()),
        Place.CLOUD,
        HubAddresses.of(System.getenv()));
    Core.getGlobalContext().register(priming);
  }

  /** On a deployment on this machine, served on its loopback address. */
  public PortalFunction(Deployment deployment, ObjectStore drops) {
    this(deployment, drops, Place.LOOPBACK, HubAddresses.UNKNOWN);
  }

  /**
   * On a deployment of one's own, served where one says.
   *
   * @param drops where an uploaded file lies until it is imported
   * @param addresses of the hub, as it is reached from outside
   */
  public PortalFunction(
      Deployment deployment, ObjectStore drops, Place place, HubAddresses addresses) {
    this.portal = new Portal(deployment, drops, place, addresses);
    this.minting = new Minting(deployment);
    this.place = place;
    this.priming = new Priming(deployment, portal);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = MAPPER.readTree(input);
    Optional<Map<String, String>> link = minting.answer(event);
    if (link.isPresent()) {
      MAPPER.writeValue(output, link.get());
    } else {
      SecurityHeaders.on(answer(event), place).write(output);
    }
  }

  private HttpAnswer answer(JsonNode event) {
    try {
      return portal.answer(HttpRequest.read(event));
    } catch (UnreadableRequest unreadable) {
      LOG.log(Level.DEBUG, "a request that cannot be read", unreadable);
      return portal.pages().refuse(Refusal.BAD_REQUEST);
    } catch (StoreFailure broken) {
      LOG.log(Level.ERROR, "storage does not answer", broken);
      return portal.pages().refuse(Refusal.UNAVAILABLE);
    } catch (RuntimeException fault) {
      LOG.log(Level.ERROR, "a page failed", fault);
      return portal.pages().refuse(Refusal.FAULT);
    }
  }
}
