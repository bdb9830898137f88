/**
 * DynamoDB Local as a process of its own, for development and test.
 *
 * <p>What always holds: it is only started, never linked: AWS's licence forbids embedding and redistributing it, so it lies
 * in a folder outside every archive ({@code infrastructure/dynamodb-local} lays one out); it listens on 127.0.0.1 only,
 * sends no telemetry, and ends with the process that started it, however that ends.
 */
@NullMarked
package io.daybook.simulation.dynamodb;

import org.jspecify.annotations.NullMarked;
