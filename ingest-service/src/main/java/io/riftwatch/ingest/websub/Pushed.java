package io.riftwatch.ingest.websub;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** What takes a body that a hub pushes, and so is asked for only past {@link PushAdmission}. */
@NameBinding
@Retention(RUNTIME)
@Target({METHOD, TYPE})
@interface Pushed {}
