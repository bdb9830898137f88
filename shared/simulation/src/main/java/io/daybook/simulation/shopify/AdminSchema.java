package io.daybook.simulation.shopify;

import static java.util.Objects.requireNonNull;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
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

  private final BulkOperations bulk;

  private AdminSchema(Supplier<AdminRoot> root, AppInstallation app, BulkOperations bulk) {
    this.root = root;
    this.app = app;
    this.bulk = bulk;
  }

  /** The schema over what the supplier gives at the time of each request. */
  static GraphQLSchema of(Supplier<AdminRoot> root, AppInstallation app, BulkOperations bulk) {
    TypeDefinitionRegistry types = new SchemaParser().parse(text());
    RuntimeWiring wiring =
        RuntimeWiring.newRuntimeWiring().wiringFactory(new AdminSchema(root, app, bulk)).build();
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
    if (field.equals("bulkOperationRunQuery")) {
      return bulk::run;
    }
    boolean isRoot = environment.getParentType().getName().equals("QueryRoot");
    if (isRoot && field.equals("bulkOperation")) {
      return asked -> bulk.one(String.valueOf(asked.getArguments().get("id")));
    }
    if (field.equals("bulkOperations")) {
      return asked -> page(bulk.newestFirst(), asked);
    }
    if (environment.getParentType().getName().equals("Mutation")) {
      return asked -> app.change(field, asked);
    }
    if (field.equals("webhookSubscriptions")) {
      return asked -> page(app.subscriptions(), asked);
    }
    if (field.equals("currentAppInstallation")) {
      return _ -> app.node();
    }
    if (type.equals("Location")) {
      return asked -> app.may("read_locations") ? value(source(asked), field) : denied(asked);
    }
    if (isRoot) {
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

  private static Object denied(DataFetchingEnvironment asked) {
    return DataFetcherResult.newResult()
        .error(
            GraphqlErrorBuilder.newError(asked)
                .message(
                    "Access denied for %s field. Required access: `read_locations` access scope.",
                    asked.getField().getName())
                .extensions(Map.of("code", "ACCESS_DENIED"))
                .build())
        .build();
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
    // A bulk operation reads each list to its end, whatever its query says of pages.
    return asked.getGraphQlContext().hasKey(BulkOperations.WHOLE)
        ? Map.of("edges", nodes.stream().map(node -> Map.of("node", node)).toList())
        : Paging.page(nodes, asked.getArguments());
  }
}
