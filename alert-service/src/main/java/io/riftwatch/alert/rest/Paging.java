package io.riftwatch.alert.rest;

import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;

/** Which part of a list a request asks for. */
public class Paging {

  @QueryParam("cursor")
  String cursor;

  @QueryParam("limit")
  @DefaultValue("50")
  @Min(1)
  @Max(500)
  int limit;

  /** Items on the page, 1 to 500. */
  public int limit() {
    return limit;
  }

  /** Rows to read: one more than shown tells whether there are more. */
  public int rows() {
    return limit + 1;
  }

  /** Where the page begins. */
  public Cursor start() {
    return cursor == null ? Cursor.START : Cursor.decode(cursor).orElseThrow(Paging::foreign);
  }

  private static WebApplicationException foreign() {
    return Problem.ofField("cursor", "is not one of this list: leave it out to begin anew")
        .asException();
  }
}
