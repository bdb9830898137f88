package io.daybook.sources.shipstation;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verifier;
import io.daybook.sources.shipping.TopLevel;
import io.daybook.sources.signature.AddressToken;
import java.time.Instant;
import java.util.List;

/**
 * Lets in what calls the address that only ShipStation was told. Version 1 signs nothing: what comes is never more than a hint
 * that there is something to read.
 */
public final class ShipStationV1Verifier implements Verifier {
  @Override
  public String name() {
    return "shipstation-v1";
  }

  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    return AddressToken.verify(headers, secrets, TopLevel.word(body, "resource_type"));
  }
}
