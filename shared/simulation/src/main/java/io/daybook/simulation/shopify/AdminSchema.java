package io.daybook.simulation.shopify;

import static java.util.Objects.requireNonNull;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import graphql.schema.idl.WiringFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The schema, and how its fields find their values. */
final class AdminSchema implements WiringFactory {
  private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

  private final Supplier<AdminRoot> root;

  private final AppInstallation app;

  private AdminSchema(Supplier<AdminRoot> root, AppInstallation app) {
    this.root = root;
    this.app = app;
  }

  /** The schema over what the supplier gives at the time of each request. */
  static GraphQLSchema of(Supplier<AdminRoot> root, AppInstallation app) {
    TypeDefinitionRegistry types = new SchemaParser().parse(text());
    RuntimeWiring wiring =
        RuntimeWiring.newRuntimeWiring().wiringFactory(new AdminSchema(root, app)).build();
    return new SchemaGenerator().makeExecutableSchema(types, wiring);
  }

  static String text() {
    try (InputStream in = AdminSchema.class.getResourceAsStream("schema.graphql")) {
      if (in == null) {
        throw new IllegalStateException("schema.graphql is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read schema.graphql", e);
    }
  }

  @Override
  public boolean providesScalar(ScalarWiringEnvironment environment) {
    return !BUILT_IN.contains(environment.getScalarTypeDefinition().getName());
  }

  /** Shopify's own scalars are text in answers; none of them is asked for in the queries of a sweep. */
  @Override
  public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
    return GraphQLScalarType.newScalar()
        .name(environment.getScalarTypeDefinition().getName())
        .coercing(new TextScalar())
        .build();
  }

  @Override
  public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
    return true;
  }

  @Override
  public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
    return asked -> {
      Map<String, Object> node = requireNonNull(asked.getObject(), "an object without a value");
      return asked.getSchema().getObjectType(String.valueOf(node.get(Nodes.TYPE)));
    };
  }

  @Override
  public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
    String field = environment.getFieldDefinition().getName();
    String type = TypeInfo.typeInfo(environment.getFieldDefinition().getType()).getName();
    boolean connection = type.endsWith("Connection");
    if (environment.getParentType().getName().equals("Mutation")) {
      return asked -> app.change(field, asked);
    }
    if (field.equals("webhookSubscriptions")) {
      return asked -> page(app.subscriptions(), asked);
    }
    if (field.equals("currentAppInstallation")) {
      return _ -> app.node();
    }
    if (environment.getParentType().getName().equals("QueryRoot")) {
      return asked ->
          connection ? page(root.get().list(field, asked), asked) : root.get().value(field, asked);
    }
    return asked -> {
      Map<String, Object> source = source(asked);
      return connection
          ? page(root.get().searched(field, listed(source, field), asked), asked)
          : value(source, field);
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> source(DataFetchingEnvironment asked) {
    return (Map<String, Object>) requireNonNull(asked.getSource(), "a field without an object");
  }

  private static @Nullable Object value(Map<String, Object> source, String field) {
    Object value = source.get(field);
    return value instanceof Supplier<?> later ? later.get() : value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> listed(Map<String, Object> source, String field) {
    return (List<Map<String, Object>>) source.getOrDefault(field, List.of());
  }

  private static Object page(List<Map<String, Object>> nodes, DataFetchingEnvironment asked) {
    return Paging.page(nodes, asked.getArguments());
  }
}
