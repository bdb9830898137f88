package io.daybook.simulation.dynamodb;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * What runs in DynamoDB Local's process: starts it on a free port of 127.0.0.1, which it has no option for, prints the
 * port, and ends when whoever started it is gone. It finds everything by name, for nothing of Daybook is compiled against
 * DynamoDB Local.
 */
final class LoopbackLauncher {
  /** Before the port, in the line that says that it answers. */
  static final String READY = "daybook: DynamoDB Local answers on port ";

  private LoopbackLauncher() {}

  /** Takes DynamoDB Local's own options. */
  public static void main(String[] options) throws ReflectiveOperationException, IOException {
    Object proxy =
        Class.forName("software.amazon.dynamodb.services.local.main.ServerRunner")
            .getMethod("createServerFromCommandLineArgs", String[].class)
            .invoke(null, (Object) options);
    Field field = proxy.getClass().getDeclaredField("server");
    field.setAccessible(true);
    Object server = field.get(proxy);
    Object connector = ((Object[]) call(server, "getConnectors"))[0];
    connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
    connector.getClass().getMethod("setPort", int.class).invoke(connector, 0);
    call(proxy, "safeStart");
    System.out.println(READY + call(connector, "getLocalPort"));
    endWithParent();
    Runtime.getRuntime().halt(0);
  }

  private static Object call(Object on, String method) throws ReflectiveOperationException {
    Method found = on.getClass().getMethod(method);
    return found.invoke(on);
  }

  /** Standard input ends when the parent does, even if that was killed. */
  private static void endWithParent() throws IOException {
    while (System.in.read() >= 0) {}
  }
}
